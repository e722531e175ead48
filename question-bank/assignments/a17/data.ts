import { toDataSet, type DataSource } from '#lib/core/assignments/data.ts';
import { drawClasses } from '#lib/core/assignments/draw-classes.ts';
import { makeRng } from '#lib/core/rng.ts';
import { functionTests } from './tests.ts';

/** Ten minority points and twenty made from them, each on the way to the nearest other point. */
function example() {
  const rng = makeRng(117);
  const points = Array.from({ length: 10 }, () => [rng.normal(0, 2), rng.normal(0, 2)]);
  const made = Array.from({ length: 20 }, () => {
    const from = rng.pick(points);
    const apart = (point: number[]) => Math.hypot(point[0]! - from[0]!, point[1]! - from[1]!);
    const [to] = points.filter((point) => point !== from).toSorted((a, b) => apart(a) - apart(b));
    const share = rng.uniform();
    return from.map((value, axis) => value + share * (to![axis]! - value));
  });
  return toDataSet([...points, ...made], [...points.map(() => 0), ...made.map(() => 1)], [2]);
}

const AXES = { x: { tr: 'x₁', en: 'x₁' }, y: { tr: 'x₂', en: 'x₂' } };
const CLASSES = [
  { tr: 'azınlık sınıfı', en: 'minority class' },
  { tr: 'SMOTE', en: 'SMOTE' },
] as const;

export default {
  publicData: () => ({}),
  hiddenData: () => ({}),
  functionTests,
  picture: (lang) => drawClasses(example(), [0, 1], { axes: AXES, classes: CLASSES }, lang),
} satisfies DataSource;
