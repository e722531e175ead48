import { ACTIVATIONS } from '../../kernels.ts';
import type { Variable } from '../internals.ts';
import { only, type Compile } from '../part.ts';
import { kindOf, makeCurve } from './curve.ts';
import { convolutionOf, makeGeometry } from './images.ts';

/** Convolutions over one or two axes; one axis is an image of one row. */
export const convolution: Compile = (site, layer, inputs) => {
  const { kernels, scratch } = site.heap;
  const x = only(inputs);
  const filter = site.weight(layer['kernel'] as Variable);
  const bias = layer['bias'] ? site.weight(layer['bias'] as Variable) : null;
  const { info, outShape } = convolutionOf(layer, x, Number(layer['filters']), false);
  const y = site.value(outShape);
  const geometry = makeGeometry(site, info);
  const kind = kindOf(layer);
  const activation = kind === 'relu' ? ACTIVATIONS.relu : ACTIVATIONS.linear;
  const curve = makeCurve(site, kind, info.outChannels);
  const pixels = info.outHeight * info.outWidth;
  return {
    outputs: [y],
    forward: (rows) => {
      const at = geometry(rows);
      const room = scratch(kernels.convScratch(at));
      kernels.conv(at, x.at, filter.at, y.at, bias?.at ?? 0, activation, room);
      if (activation === ACTIVATIONS.linear) curve.apply(rows * pixels, y.at);
    },
    backward: (rows, [from = 0], [to = 0]) => {
      const at = geometry(rows);
      curve.backward(rows * pixels, y.at, from);
      if (bias?.gradient) kernels.sumRows(rows * pixels, info.outChannels, from, bias.gradient);
      if (filter.gradient) {
        const room = scratch(kernels.convFilterGradientScratch(at));
        kernels.convFilterGradient(at, x.at, from, filter.gradient, room);
      }
      if (to) {
        const room = scratch(kernels.convInputGradientScratch(at));
        kernels.convInputGradient(at, from, filter.at, to, room);
      }
    },
  };
};
