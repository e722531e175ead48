import { toDataSet, type DataSet, type DataSource } from '#lib/core/assignments/data.ts';
import { drawClasses } from '#lib/core/assignments/draw-classes.ts';
import { makeRng } from '#lib/core/rng.ts';

const PUBLIC_SEED = 102;
const ROWS = 400;
const NOISE = 0.2;

/** Two interlocking half circles with normal noise; rows alternate between the upper (0) and the lower (1) one. */
function moons(seed: number): DataSet {
  const rng = makeRng(seed);
  const points: number[][] = [];
  const labels: number[] = [];
  for (let i = 0; i < ROWS; i++) {
    const label = i % 2;
    const angle = Math.PI * rng.uniform();
    const [x, y] =
      label === 0 ? [Math.cos(angle), Math.sin(angle)] : [1 - Math.cos(angle), 0.5 - Math.sin(angle)];
    points.push([x + rng.normal(0, NOISE), y + rng.normal(0, NOISE)]);
    labels.push(label);
  }
  return toDataSet(points, labels, [2], true);
}

const publicData = () => moons(PUBLIC_SEED);
const AXES = { x: { tr: 'x₁', en: 'x₁' }, y: { tr: 'x₂', en: 'x₂' } };
const CLASSES = [
  { tr: 'sınıf 0', en: 'class 0' },
  { tr: 'sınıf 1', en: 'class 1' },
] as const;

export default {
  publicData,
  hiddenData: moons,
  picture: (lang) => drawClasses(publicData(), [0, 1], { axes: AXES, classes: CLASSES }, lang),
} satisfies DataSource;
