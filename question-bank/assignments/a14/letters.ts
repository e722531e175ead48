import { toDataSet, type DataSet } from '#lib/core/assignments/data.ts';
import { makeRng } from '#lib/core/rng.ts';

export const SIDE = 12;
const NOISE = 0.12;
const GLYPH = { height: 7, width: 5 };
/** A pixel of a glyph is missing with this probability. */
const DROPPED = 0.08;

/** The base was trained on the first, the assignment is about the second. */
export const BASE_LETTERS = [...'CDGJKMNPRSTUVYZX'];
export const NEW_LETTERS = [...'AEFHLB'];

/** A 7×5 dot-matrix font, one row of dots per word. */
const FONT: Record<string, string> = {
  A: '01110 10001 10001 11111 10001 10001 10001',
  B: '11110 10001 10001 11110 10001 10001 11110',
  C: '01110 10001 10000 10000 10000 10001 01110',
  D: '11110 10001 10001 10001 10001 10001 11110',
  E: '11111 10000 10000 11110 10000 10000 11111',
  F: '11111 10000 10000 11110 10000 10000 10000',
  G: '01110 10001 10000 10111 10001 10001 01110',
  H: '10001 10001 10001 11111 10001 10001 10001',
  J: '00111 00010 00010 00010 00010 10010 01100',
  K: '10001 10010 10100 11000 10100 10010 10001',
  L: '10000 10000 10000 10000 10000 10000 11111',
  M: '10001 11011 10101 10101 10001 10001 10001',
  N: '10001 11001 10101 10011 10001 10001 10001',
  P: '11110 10001 10001 11110 10000 10000 10000',
  R: '11110 10001 10001 11110 10100 10010 10001',
  S: '01111 10000 10000 01110 00001 00001 11110',
  T: '11111 00100 00100 00100 00100 00100 00100',
  U: '10001 10001 10001 10001 10001 10001 01110',
  V: '10001 10001 10001 10001 10001 01010 00100',
  X: '10001 10001 01010 00100 01010 10001 10001',
  Y: '10001 10001 01010 00100 00100 00100 00100',
  Z: '11111 00001 00010 00100 01000 10000 11111',
};

/** Letters at a random place of a square image, with random brightness, missing dots and normal noise; labels number `classes`. */
export function letters(seed: number, count: number, classes: readonly string[]): DataSet {
  const rng = makeRng(seed);
  const images: number[][] = [];
  const labels: number[] = [];
  for (let i = 0; i < count; i++) {
    const label = i % classes.length;
    const glyph = FONT[classes[label]!]!.split(' ');
    const image = Array.from({ length: SIDE * SIDE }, () => 0);
    const top = rng.int(0, SIDE - GLYPH.height);
    const left = rng.int(0, SIDE - GLYPH.width);
    const brightness = 0.6 + 0.4 * rng.uniform();
    for (let y = 0; y < GLYPH.height; y++) {
      for (let x = 0; x < GLYPH.width; x++) {
        const lit = glyph[y]![x] === '1' && rng.uniform() > DROPPED;
        if (lit) image[(top + y) * SIDE + left + x] = brightness;
      }
    }
    images.push(image.map((value) => Math.min(1, Math.max(0, value + rng.normal(0, NOISE)))));
    labels.push(label);
  }
  return toDataSet(images, labels, [SIDE, SIDE, 1]);
}
