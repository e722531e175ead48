import { toDataSet, type DataSource } from '#lib/core/assignments/data.ts';
import { makeRng } from '#lib/core/rng.ts';

/** Eight classes on a circle: easy for a trained model, and an untrained one is right about once in eight. */
export const CLASSES = 8;

const points = (seed: number, count: number) => {
  const rng = makeRng(seed);
  const labels = Array.from({ length: count }, (_, i) => i % CLASSES);
  const rows = labels.map((label) => {
    const angle = (2 * Math.PI * label) / CLASSES;
    return [3 * Math.cos(angle) + rng.normal(0, 0.2), 3 * Math.sin(angle) + rng.normal(0, 0.2)];
  });
  return toDataSet(rows, labels, [2]);
};

/** In the first hidden row, and nowhere that a student's program may look. */
export const HIDDEN = 1234.5;

const hidden = (seed: number) => {
  const data = points(seed, 160);
  data.x[0] = HIDDEN;
  return data;
};

export default {
  publicData: () => points(1, 160),
  hiddenData: hidden,
  picture: () => {
    throw new Error('nobody looks at this assignment');
  },
} satisfies DataSource;
