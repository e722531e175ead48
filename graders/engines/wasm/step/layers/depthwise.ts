import { ACTIVATIONS } from '../../kernels.ts';
import type { Layer, Variable } from '../internals.ts';
import { only, type Compile, type Part, type Site, type Value, type Weight } from '../part.ts';
import { refuse } from '../plain-path.ts';
import { kindOf, makeCurve } from './curve.ts';
import { convolutionOf, makeGeometry } from './images.ts';

/** A convolution of each channel by itself. */
export const depthwise: Compile = (site, layer, inputs) => {
  const x = only(inputs);
  const filter = site.weight(layer['depthwiseKernel'] as Variable);
  const bias = layer['bias'] ? site.weight(layer['bias'] as Variable) : null;
  const spread = channelwise(site, layer, x, filter, bias);
  const y = only(spread.outputs);
  const columns = y.shape.at(-1)!;
  const perRow = y.size / columns;
  const curve = makeCurve(site, kindOf(layer), columns);
  return {
    outputs: [y],
    forward: (rows, isTraining) => {
      spread.forward(rows, isTraining);
      curve.apply(rows * perRow, y.at);
    },
    backward: (rows, [from = 0], to) => {
      curve.backward(rows * perRow, y.at, from);
      if (bias?.gradient) site.heap.kernels.sumRows(rows * perRow, columns, from, bias.gradient);
      spread.backward(rows, [from], to);
    },
  };
};

/** The convolution alone, with the gradients of the filter and of the input. */
function channelwise(site: Site, layer: Layer, x: Value, filter: Weight, bias: Weight | null): Part {
  const { kernels, scratch } = site.heap;
  const { info, outShape } = convolutionOf(layer, x, Number(layer['depthMultiplier']), true);
  const y = site.value(outShape);
  const geometry = makeGeometry(site, info);
  return {
    outputs: [y],
    forward: (rows) =>
      kernels.depthwise(geometry(rows), x.at, filter.at, y.at, bias?.at ?? 0, ACTIVATIONS.linear),
    backward: (rows, [from = 0], [to = 0]) => {
      const at = geometry(rows);
      if (filter.gradient) {
        const room = scratch(kernels.depthwiseFilterGradientScratch(at));
        kernels.depthwiseFilterGradient(at, x.at, from, filter.gradient, room);
      }
      if (to) kernels.depthwiseInputGradient(at, from, filter.at, to);
    },
  };
}

/** A depthwise convolution, then one over the channels of each pixel, which is a product. */
export const separable: Compile = (site, layer, inputs) => {
  if (layer['rank'] !== 2) refuse('a separable convolution of one axis');
  const { kernels, scratch } = site.heap;
  const depthKernel = site.weight(layer['depthwiseKernel'] as Variable);
  const points = site.weight(layer['pointwiseKernel'] as Variable);
  const bias = layer['bias'] ? site.weight(layer['bias'] as Variable) : null;
  const spread = channelwise(site, layer, only(inputs), depthKernel, null);
  const middle = only(spread.outputs);
  const inner = middle.shape.at(-1)!;
  const columns = points.size / inner;
  const y = site.value([...middle.shape.slice(0, -1), columns]);
  const perRow = y.size / columns;
  const curve = makeCurve(site, kindOf(layer), columns);
  const between = site.floats(site.rows * middle.size);
  return {
    outputs: [y],
    forward: (rows, isTraining) => {
      spread.forward(rows, isTraining);
      const count = rows * perRow;
      const room = scratch(kernels.gemmScratch(columns, inner));
      // prettier-ignore
      kernels.gemm(
        count, columns, inner, middle.at, inner, 1, points.at, columns, 1, y.at, columns,
        bias?.at ?? 0, 0, ACTIVATIONS.linear, room,
      );
      curve.apply(count, y.at);
    },
    backward: (rows, [from = 0], to) => {
      const count = rows * perRow;
      curve.backward(count, y.at, from);
      if (bias?.gradient) kernels.sumRows(count, columns, from, bias.gradient);
      // prettier-ignore
      if (points.gradient)
        kernels.gemm(
          inner, columns, count, middle.at, 1, inner, from, columns, 1, points.gradient, columns,
          0, 0, ACTIVATIONS.linear, scratch(kernels.gemmScratch(columns, count)),
        );
      if (!depthKernel.gradient && !to[0]) return;
      // prettier-ignore
      kernels.gemm(
        count, inner, columns, from, columns, 1, points.at, 1, columns, between, inner,
        0, 0, ACTIVATIONS.linear, scratch(kernels.gemmScratch(inner, columns)),
      );
      spread.backward(rows, [between], to);
    },
  };
};
