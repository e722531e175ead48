import { ACTIVATIONS } from '../../kernels.ts';
import type { Variable } from '../internals.ts';
import { only, type Compile } from '../part.ts';
import { kindOf, makeCurve } from './curve.ts';

/** y = activation(x·W + b), on the last axis. */
export const dense: Compile = (site, layer, inputs) => {
  const { kernels, scratch } = site.heap;
  const x = only(inputs);
  const inner = x.shape.at(-1)!;
  const w = site.weight(layer['kernel'] as Variable);
  const bias = layer['bias'] ? site.weight(layer['bias'] as Variable) : null;
  const columns = w.size / inner;
  const y = site.value([...x.shape.slice(0, -1), columns]);
  const perRow = x.size / inner;
  const kind = kindOf(layer);
  const curve = makeCurve(site, kind, columns);
  const isFused = kind === 'relu';
  const activation = isFused ? ACTIVATIONS.relu : ACTIVATIONS.linear;
  const [forForward, forWeights, forInput] = [
    kernels.gemmScratch(columns, inner),
    kernels.gemmScratch(columns, site.rows * perRow),
    kernels.gemmScratch(inner, columns),
  ];
  return {
    outputs: [y],
    forward: (count) => {
      const rows = count * perRow;
      // prettier-ignore
      kernels.gemm(
        rows, columns, inner, x.at, inner, 1, w.at, columns, 1, y.at, columns,
        bias?.at ?? 0, 0, activation, scratch(forForward),
      );
      if (!isFused) curve.apply(rows, y.at);
    },
    backward: (count, [from = 0], [to = 0]) => {
      const rows = count * perRow;
      curve.backward(rows, y.at, from);
      // prettier-ignore
      if (w.gradient)
        kernels.gemm(
          inner, columns, rows, x.at, 1, inner, from, columns, 1, w.gradient, columns,
          0, 0, ACTIVATIONS.linear, scratch(forWeights),
        );
      if (bias?.gradient) kernels.sumRows(rows, columns, from, bias.gradient);
      // prettier-ignore
      if (to)
        kernels.gemm(
          rows, inner, columns, from, columns, 1, w.at, 1, columns, to, inner,
          0, 0, ACTIVATIONS.linear, scratch(forInput),
        );
    },
  };
};
