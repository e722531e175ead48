import seedrandom from 'seedrandom';
import { only, type Compile } from '../part.ts';
import { refuse } from '../plain-path.ts';

/**
 * Draws as tf.dropout draws: a generator for each step, seeded by the layer's seed or else by the next random number, and
 * ⌊uniform + keep⌋ / keep in float32. The rate and the seed are read at each step, as tfjs does.
 */
export const dropout: Compile = (site, layer, inputs) => {
  if (layer['noiseShape']) refuse('Dropout with noiseShape');
  const { kernels } = site.heap;
  const x = only(inputs);
  const y = site.value(x.shape);
  const mask = site.floats(site.rows * y.size);
  let isDropping = false;
  return {
    outputs: [y],
    forward: (rows, isTraining) => {
      const rate = Number(layer['rate']);
      isDropping = isTraining && rate > 0 && rate < 1;
      if (!isDropping) return kernels.copyFloats(y.at, x.at, rows * y.size);
      const count = rows * y.size;
      draw(site.heap.floats().subarray(mask / 4, mask / 4 + count), rate, layer['seed'] as Seed);
      kernels.multiplyFloats(count, x.at, mask, y.at);
    },
    backward: (rows, [from = 0], [to = 0]) => {
      if (!to) return;
      if (isDropping) kernels.multiplyFloats(rows * y.size, from, mask, to);
      else kernels.copyFloats(to, from, rows * y.size);
    },
  };
};

type Seed = number | string | null | undefined;

function draw(mask: Float32Array, rate: number, seed: Seed): void {
  const next = seedrandom.alea(String(seed ?? Math.random()));
  const keep = Math.fround(1 - rate);
  for (let i = 0; i < mask.length; i++) mask[i] = Math.floor(Math.fround(Math.fround(next()) + keep)) / keep;
}
