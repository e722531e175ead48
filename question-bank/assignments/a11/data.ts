import { toDataSet, type DataSet, type DataSource } from '#lib/core/assignments/data.ts';
import { drawDigits } from '#lib/core/assignments/picture.ts';
import { makeRng } from '#lib/core/rng.ts';
import { DIGIT_PIXELS, splitDigits, type Digit } from '../digits.ts';

const SPLIT_SEED = 911;
const HELD_OUT = 400;

/** An image is its own label. */
function asDataSet(digits: Digit[]): DataSet {
  const { x, xShape } = labelled(digits);
  return { x, xShape, y: x, yShape: xShape };
}

const labelled = (digits: Digit[]): DataSet =>
  toDataSet(
    digits.map(({ pixels }) => pixels),
    digits.map(({ label }) => label),
    [DIGIT_PIXELS],
  );

export default {
  publicData: () => asDataSet(splitDigits(SPLIT_SEED, HELD_OUT).open),
  /** The held-out images; the seed decides their order. */
  hiddenData: (seed) => asDataSet(makeRng(seed).shuffle(splitDigits(SPLIT_SEED, HELD_OUT).hidden)),
  picture: (lang) => drawDigits(labelled(splitDigits(SPLIT_SEED, HELD_OUT).open), lang),
} satisfies DataSource;
