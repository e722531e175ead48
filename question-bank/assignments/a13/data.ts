import { toTensor, type DataSource, type Tensor } from '#lib/core/assignments/data.ts';
import { drawScatter, SQUARE } from '#lib/core/assignments/picture.ts';
import { makeRng, type Rng } from '#lib/core/rng.ts';
import { lossTests } from './loss-tests.ts';

const PUBLIC_SEED = 113;
const MODES = 8;
const RADIUS = 2;
const DEVIATION = 0.1;
const LATENT = 4;
/** As many samples of the generator as hidden points. */
const HIDDEN = 500;

const centre = (mode: number): [number, number] => {
  const angle = (2 * Math.PI * mode) / MODES;
  return [RADIUS * Math.cos(angle), RADIUS * Math.sin(angle)];
};

/** Points around eight centres on a circle. */
const ring = (rng: Rng, count: number): Tensor =>
  toTensor(
    Array.from({ length: count }, () => {
      const [x, y] = centre(rng.int(0, MODES - 1));
      return [x + rng.normal(0, DEVIATION), y + rng.normal(0, DEVIATION)];
    }),
    [2],
  );

const noise = (rng: Rng): Tensor =>
  toTensor(
    Array.from({ length: HIDDEN }, () => Array.from({ length: LATENT }, () => rng.normal())),
    [LATENT],
  );

/** Points in the picture. */
const SHOWN = 400;
const AXES = { x: { tr: 'x₁', en: 'x₁' }, y: { tr: 'x₂', en: 'x₂' } };

const publicData = () => ({ xTrain: ring(makeRng(PUBLIC_SEED), 4000) });

export default {
  publicData,
  /** `z` is drawn after the points, from the same seed. */
  hiddenData: (seed) => {
    const rng = makeRng(seed);
    const real = ring(rng, HIDDEN);
    const centres = toTensor(
      Array.from({ length: MODES }, (_, mode) => centre(mode)),
      [2],
    );
    return { real, z: noise(rng), centres };
  },
  picture: (lang) => {
    const { values } = publicData().xTrain;
    const of = (axis: number) => values.filter((_, i) => i < 2 * SHOWN && i % 2 === axis);
    const data = { x: of(0), y: of(1), xShape: [SHOWN, 1], yShape: [SHOWN] };
    return drawScatter(data, 0, AXES, lang, SQUARE);
  },
  functionTests: (seed) => lossTests(makeRng(seed)),
} satisfies DataSource;
