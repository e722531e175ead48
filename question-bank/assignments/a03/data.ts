import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { toDataSet, type DataSet, type DataSource } from '#lib/core/assignments/data.ts';
import { drawDigits } from '#lib/core/assignments/picture.ts';
import { makeRng } from '#lib/core/rng.ts';

/** Decides once which 500 of the 1,797 images are held out: students must never train on them, whatever the term. */
const SPLIT_SEED = 903;
const HELD_OUT = 500;
const PIXELS = 64;
const WHITE = 16;

type Digit = { pixels: number[]; label: number };

const publicData = () => asDataSet(shuffledDigits().slice(HELD_OUT));

export default {
  publicData,
  /** The held-out images; the seed decides their order, so that a remembered order is worth nothing. */
  hiddenData: (seed) => asDataSet(makeRng(seed).shuffle(shuffledDigits().slice(0, HELD_OUT))),
  picture: (lang) => drawDigits(publicData(), lang),
} satisfies DataSource;

const shuffledDigits = (): Digit[] => makeRng(SPLIT_SEED).shuffle(readDigits());

function readDigits(): Digit[] {
  const csv = gunzipSync(readFileSync(new URL('digits.csv.gz', import.meta.url))).toString();
  return csv
    .trim()
    .split('\n')
    .map((line) => {
      const values = line.split(',').map(Number);
      return { pixels: values.slice(0, PIXELS).map((value) => value / WHITE), label: values[PIXELS]! };
    });
}

const asDataSet = (digits: Digit[]): DataSet =>
  toDataSet(
    digits.map(({ pixels }) => pixels),
    digits.map(({ label }) => label),
    [PIXELS],
  );
