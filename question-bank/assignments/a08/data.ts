import { toDataSet, type DataSet, type DataSource } from '#lib/core/assignments/data.ts';
import { drawDigits } from '#lib/core/assignments/picture.ts';
import { makeRng } from '#lib/core/rng.ts';
import { DIGIT_PIXELS, splitDigits, type Digit } from '../digits.ts';

const SPLIT_SEED = 908;
const HELD_OUT = 1000;
const NOISE_SEED = 108;
const TRAIN_ROWS = 300;
/** This share of the labels is drawn anew, so one in ten of them by chance stays right. */
const REDRAWN = 0.3;

function publicData(): DataSet {
  const rng = makeRng(NOISE_SEED);
  const digits = splitDigits(SPLIT_SEED, HELD_OUT).open.slice(0, TRAIN_ROWS);
  return asDataSet(
    digits.map(({ pixels, label }) => ({ pixels, label: rng.uniform() < REDRAWN ? rng.int(0, 9) : label })),
  );
}

const ALTS = {
  tr: (side: number) =>
    `Eğitim verisinden ${side}×${side} piksellik kırk görüntü: her sütunda 0'dan 9'a bir etiketin dört örneği; yaklaşık onda üçü başka bir rakamdır.`,
  en: (side: number) =>
    `Forty ${side}×${side} pixel images from the training data: each column holds four examples of one label from 0 to 9; about three in ten are another digit.`,
};

export default {
  publicData,
  /** The held-out images with their true labels; the seed decides their order, so that a remembered order is worth nothing. */
  hiddenData: (seed) => asDataSet(makeRng(seed).shuffle(splitDigits(SPLIT_SEED, HELD_OUT).hidden)),
  picture: (lang) => drawDigits(publicData(), lang, { rows: 4, alts: ALTS }),
} satisfies DataSource;

const asDataSet = (digits: Digit[]): DataSet =>
  toDataSet(
    digits.map(({ pixels }) => pixels),
    digits.map(({ label }) => label),
    [DIGIT_PIXELS],
  );
