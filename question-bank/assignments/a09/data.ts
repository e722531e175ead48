import { toDataSet, type DataSet, type DataSource } from '#lib/core/assignments/data.ts';
import { drawClasses } from '#lib/core/assignments/draw-classes.ts';
import { makeRng } from '#lib/core/rng.ts';

const PUBLIC_SEED = 109;
const FEATURES = 6;
const POSITIVE = 0.05;
/** How far positives lie from the others, in the first three features. */
const SHIFT = 1.4;
const SHIFTED_FEATURES = 3;

/** Normal features of deviation 1; one row in twenty is positive and shifted in the first three. */
function fraud(seed: number, count: number): DataSet {
  const rng = makeRng(seed);
  const rows: number[][] = [];
  const labels: number[] = [];
  for (let i = 0; i < count; i++) {
    const label = rng.uniform() < POSITIVE ? 1 : 0;
    const mean = (feature: number) => (label === 1 && feature < SHIFTED_FEATURES ? SHIFT : 0);
    rows.push(Array.from({ length: FEATURES }, (_, feature) => rng.normal(mean(feature), 1)));
    labels.push(label);
  }
  return toDataSet(rows, labels, [FEATURES], true);
}

const publicData = () => fraud(PUBLIC_SEED, 2000);
const AXES = { x: { tr: 'x₁', en: 'x₁' }, y: { tr: 'x₂', en: 'x₂' } };
const CLASSES = [
  { tr: 'olağan (0)', en: 'normal (0)' },
  { tr: 'pozitif (1)', en: 'positive (1)' },
] as const;

export default {
  publicData,
  hiddenData: (seed) => fraud(seed, 3000),
  picture: (lang) => drawClasses(publicData(), [0, 1], { axes: AXES, classes: CLASSES }, lang),
} satisfies DataSource;
