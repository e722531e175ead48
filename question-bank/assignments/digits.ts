import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { makeRng } from '#lib/core/rng.ts';

/** 8×8 handwritten digits (source: `digits.NOTICE`), pixels between 0 and 1. Several assignments use them, each with a split of its own. */
export type Digit = { pixels: number[]; label: number };

export const DIGIT_PIXELS = 64;
const WHITE = 16;

/** `seed` decides once which `heldOut` of the 1,797 images students never train on, whatever the term. */
export function splitDigits(seed: number, heldOut: number): { open: Digit[]; hidden: Digit[] } {
  const shuffled = makeRng(seed).shuffle(readDigits());
  return { open: shuffled.slice(heldOut), hidden: shuffled.slice(0, heldOut) };
}

function readDigits(): Digit[] {
  const csv = gunzipSync(readFileSync(new URL('digits.csv.gz', import.meta.url))).toString();
  return csv
    .trim()
    .split('\n')
    .map((line) => {
      const values = line.split(',').map(Number);
      return {
        pixels: values.slice(0, DIGIT_PIXELS).map((value) => value / WHITE),
        label: values[DIGIT_PIXELS]!,
      };
    });
}
