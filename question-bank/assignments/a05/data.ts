import { toDataSet, type DataSet, type DataSource } from '#lib/core/assignments/data.ts';
import { drawSignals } from '#lib/core/assignments/draw-signals.ts';
import { makeRng } from '#lib/core/rng.ts';

const PUBLIC_SEED = 105;
const STEPS = 64;
const NOISE = 0.35;

/** One period of each form, from its place in [0, 1). */
const FORMS = [
  (at: number) => Math.sin(2 * Math.PI * at),
  (at: number) => (at < 0.5 ? 1 : -1),
  (at: number) => 2 * at - 1,
  (at: number) => (at < 0.5 ? 4 * at - 1 : 3 - 4 * at),
];
const NAMES = [
  { tr: '0: sinüs', en: '0: sine' },
  { tr: '1: kare', en: '1: square' },
  { tr: '2: testere dişi', en: '2: sawtooth' },
  { tr: '3: üçgen', en: '3: triangle' },
];

/** Signals of 2 to 5 periods that begin anywhere in a period, with normal noise; the four forms take turns. */
function waves(seed: number, count: number): DataSet {
  const rng = makeRng(seed);
  const signals: number[][] = [];
  const labels: number[] = [];
  for (let i = 0; i < count; i++) {
    const label = i % FORMS.length;
    const [periods, phase] = [2 + 3 * rng.uniform(), rng.uniform()];
    const valueAt = (step: number) => FORMS[label]!(((periods * step) / STEPS + phase) % 1);
    signals.push(Array.from({ length: STEPS }, (_, step) => valueAt(step) + rng.normal(0, NOISE)));
    labels.push(label);
  }
  return toDataSet(signals, labels, [STEPS, 1]);
}

const publicData = () => waves(PUBLIC_SEED, 600);

export default {
  publicData,
  hiddenData: (seed) => waves(seed, 400),
  picture: (lang) => drawSignals(publicData(), NAMES, lang),
} satisfies DataSource;
