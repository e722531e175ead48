import { toDataSet, toTensor, type DataSource, type Tensor } from '#lib/core/assignments/data.ts';
import { drawDigits } from '#lib/core/assignments/picture.ts';
import { makeRng } from '#lib/core/rng.ts';
import { DIGIT_PIXELS, splitDigits, type Digit } from '../digits.ts';
import { lossTests } from './loss-tests.ts';

const SPLIT_SEED = 912;
const HELD_OUT = 400;
const LATENT = 8;

const split = () => splitDigits(SPLIT_SEED, HELD_OUT);
const imagesOf = (digits: Digit[]): Tensor =>
  toTensor(
    digits.map(({ pixels }) => pixels),
    [DIGIT_PIXELS],
  );

export default {
  publicData: () => ({ xTrain: imagesOf(split().open) }),
  /** The held-out images in an order of the seed's, and as many codes from N(0, I). */
  hiddenData: (seed) => {
    const rng = makeRng(seed);
    const x = imagesOf(rng.shuffle(split().hidden));
    const codes = Array.from({ length: HELD_OUT }, () => Array.from({ length: LATENT }, () => rng.normal()));
    return { x, z: toTensor(codes, [LATENT]) };
  },
  functionTests: (seed) => lossTests(makeRng(seed)),
  picture: (lang) => {
    const { open } = split();
    const [images, labels] = [open.map(({ pixels }) => pixels), open.map(({ label }) => label)];
    return drawDigits(toDataSet(images, labels, [DIGIT_PIXELS]), lang);
  },
} satisfies DataSource;
