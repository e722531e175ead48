import { toDataSet, type DataSet, type DataSource } from '#lib/core/assignments/data.ts';
import { drawDigits } from '#lib/core/assignments/picture.ts';
import { makeRng } from '#lib/core/rng.ts';
import { DIGIT_PIXELS, splitDigits, type Digit } from '../digits.ts';

const SPLIT_SEED = 903;
const HELD_OUT = 500;

const publicData = () => asDataSet(splitDigits(SPLIT_SEED, HELD_OUT).open);

export default {
  publicData,
  /** The held-out images; the seed decides their order, so that a remembered order is worth nothing. */
  hiddenData: (seed) => asDataSet(makeRng(seed).shuffle(splitDigits(SPLIT_SEED, HELD_OUT).hidden)),
  picture: (lang) => drawDigits(publicData(), lang),
} satisfies DataSource;

const asDataSet = (digits: Digit[]): DataSet =>
  toDataSet(
    digits.map(({ pixels }) => pixels),
    digits.map(({ label }) => label),
    [DIGIT_PIXELS],
  );
