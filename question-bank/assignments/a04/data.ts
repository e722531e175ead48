import { toDataSet, type DataSet, type DataSource } from '#lib/core/assignments/data.ts';
import { drawDigits } from '#lib/core/assignments/picture.ts';
import { makeRng } from '#lib/core/rng.ts';

const PUBLIC_SEED = 104;
const SIDE = 12;
const NOISE = 0.12;
const GLYPH = { height: 7, width: 5 };
/** A pixel of a glyph is missing with this probability. */
const DROPPED = 0.08;

/** A 7×5 dot-matrix font, one row of dots per word. */
const FONT = [
  '01110 10001 10011 10101 11001 10001 01110',
  '00100 01100 00100 00100 00100 00100 01110',
  '01110 10001 00001 00110 01000 10000 11111',
  '01110 10001 00001 00110 00001 10001 01110',
  '00010 00110 01010 10010 11111 00010 00010',
  '11111 10000 11110 00001 00001 10001 01110',
  '00110 01000 10000 11110 10001 10001 01110',
  '11111 00001 00010 00100 01000 01000 01000',
  '01110 10001 10001 01110 10001 10001 01110',
  '01110 10001 10001 01111 00001 00010 01100',
].map((glyph) => glyph.split(' '));

/** Digits of a font at a random place of a square image, with random brightness, missing dots and normal noise. */
function fontDigits(seed: number, count: number): DataSet {
  const rng = makeRng(seed);
  const images: number[][] = [];
  const labels: number[] = [];
  for (let i = 0; i < count; i++) {
    const label = i % FONT.length;
    const image = Array.from({ length: SIDE * SIDE }, () => 0);
    const top = rng.int(0, SIDE - GLYPH.height);
    const left = rng.int(0, SIDE - GLYPH.width);
    const brightness = 0.6 + 0.4 * rng.uniform();
    for (let y = 0; y < GLYPH.height; y++) {
      for (let x = 0; x < GLYPH.width; x++) {
        const lit = FONT[label]![y]![x] === '1' && rng.uniform() > DROPPED;
        if (lit) image[(top + y) * SIDE + left + x] = brightness;
      }
    }
    images.push(image.map((value) => Math.min(1, Math.max(0, value + rng.normal(0, NOISE)))));
    labels.push(label);
  }
  return toDataSet(images, labels, [SIDE, SIDE, 1]);
}

const publicData = () => fontDigits(PUBLIC_SEED, 1000);

export default {
  publicData,
  hiddenData: (seed) => fontDigits(seed, 500),
  picture: (lang) => drawDigits(publicData(), lang),
} satisfies DataSource;
