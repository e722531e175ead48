import { defineGenerator } from '#lib/core/questions/generator.ts';

const TO_FIRST = [0, 3, 1, 2];
const TO_LAST = [0, 2, 3, 1];

export default defineGenerator((rng, framework) => {
  const [n, h, w] = [rng.int(2, 16), rng.int(17, 40), rng.int(17, 40)];
  const c = rng.pick([1, 3, 4]);
  if (h === w || n === c) return null;
  const toFirst = rng.pick([true, false]);
  const shape = toFirst ? [n, h, w, c] : [n, c, h, w];
  const perm = toFirst ? TO_FIRST : TO_LAST;
  return {
    params: {
      shape: `(${shape.join(', ')})`,
      perm: `(${perm.join(', ')})`,
      from: toFirst ? 'NHWC' : 'NCHW',
      to: toFirst ? 'NCHW' : 'NHWC',
    },
    key: framework.array('transpose', [{ shape }], { perm }).shape,
    slips: {
      unchanged: shape,
      'permutation-inverted': (toFirst ? TO_LAST : TO_FIRST).map((axis) => shape[axis]!),
      'height-width-swapped': toFirst ? [n, c, w, h] : [n, w, h, c],
      'axes-reversed': shape.toReversed(),
    },
  };
});
