import type { Layer } from '../internals.ts';
import { only, type Compile, type Part, type Site, type Value } from '../part.ts';
import { refuse } from '../plain-path.ts';
import { kindOf, makeCurve, type Kind } from './curve.ts';

/** A layer that is an activation; `kindOfLayer` may refuse it. */
const curveLayer =
  (kindOfLayer: (layer: Layer, x: Value) => Kind, alphaOf: (layer: Layer) => number = () => 0): Compile =>
  (site, layer, inputs) => {
    const x = only(inputs);
    return curvePart(site, x, kindOfLayer(layer, x), alphaOf(layer));
  };

function curvePart(site: Site, x: Value, kind: Kind, alpha: number): Part {
  const { kernels } = site.heap;
  const y = site.value(x.shape);
  const columns = x.shape.at(-1) ?? 1;
  const perRow = x.size / columns;
  const curve = makeCurve(site, kind, columns, alpha);
  return {
    outputs: [y],
    forward: (rows) => {
      kernels.copyFloats(y.at, x.at, rows * y.size);
      curve.apply(rows * perRow, y.at);
    },
    backward: (rows, [from = 0], [to = 0]) => {
      curve.backward(rows * perRow, y.at, from);
      if (to) kernels.copyFloats(to, from, rows * y.size);
    },
  };
}

export const activation = curveLayer(kindOf);

export const relu = curveLayer(({ maxValue }) => {
  if (maxValue === null || maxValue === undefined) return 'relu';
  return maxValue === 6 ? 'relu6' : refuse(`ReLU with maxValue ${String(maxValue)}`);
});

/** A slope below 0 would leave no way back from the value to its sign. */
export const leakyRelu = curveLayer(
  ({ alpha }) => (Number(alpha) >= 0 ? 'leakyRelu' : refuse(`LeakyReLU with alpha ${String(alpha)}`)),
  ({ alpha }) => Number(alpha),
);

export const elu = curveLayer(() => 'elu');

/** Its axis is 1 unless told otherwise, whatever the shape. */
export const softmax = curveLayer(({ axis }, { shape }) =>
  axis === -1 || axis === shape.length ? 'softmax' : refuse(`Softmax on axis ${String(axis)}`),
);
