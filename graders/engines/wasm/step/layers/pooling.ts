import type { Layer } from '../internals.ts';
import { only, type Compile, type Value } from '../part.ts';
import { makeGeometry, poolOf, wholePoolOf, type Images } from './images.ts';

type Pool = (layer: Layer, x: Value) => Images;

/** The greatest value of each window; where it stood is kept for the way back. */
const greatest =
  (pool: Pool): Compile =>
  (site, layer, inputs) => {
    const { kernels } = site.heap;
    const x = only(inputs);
    const { info, outShape } = pool(layer, x);
    const y = site.value(outShape);
    const winners = site.floats(site.rows * y.size);
    const geometry = makeGeometry(site, info);
    return {
      outputs: [y],
      forward: (rows) => kernels.maxPool(geometry(rows), x.at, y.at, winners),
      backward: (rows, [from = 0], [to = 0]) => {
        if (to) kernels.maxPoolGradient(geometry(rows), from, winners, to);
      },
    };
  };

const mean =
  (pool: Pool): Compile =>
  (site, layer, inputs) => {
    const { kernels } = site.heap;
    const x = only(inputs);
    const { info, outShape } = pool(layer, x);
    const y = site.value(outShape);
    const geometry = makeGeometry(site, info);
    return {
      outputs: [y],
      forward: (rows) => kernels.averagePool(geometry(rows), x.at, y.at),
      backward: (rows, [from = 0], [to = 0]) => {
        if (to) kernels.averagePoolGradient(geometry(rows), from, to);
      },
    };
  };

export const maxPooling = greatest(poolOf);
export const averagePooling = mean(poolOf);
export const globalAveragePooling = mean(wholePoolOf);

/** tfjs takes a maximum here, not a pool: every value that is as great gets the gradient. */
export const globalMaxPooling: Compile = (site, layer, inputs) => {
  const { kernels } = site.heap;
  const x = only(inputs);
  const part = greatest(wholePoolOf)(site, layer, inputs);
  const y = only(part.outputs);
  const pixels = x.size / y.size;
  return {
    ...part,
    backward: (rows, [from = 0], [to = 0]) => {
      if (to) kernels.greatestGradient(rows, pixels, y.size, x.at, y.at, from, to);
    },
  };
};
