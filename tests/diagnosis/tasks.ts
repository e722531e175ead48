import { toDataSet, type DataSet, type DataSource } from '#lib/core/assignments/data.ts';
import type { Assignment } from '#lib/core/assignments/schema.ts';
import { makeRng, type Rng } from '#lib/core/rng.ts';
import { makeAssignment } from '#tests/factories/assignment.ts';

/** A data set with a metric and a band, small enough that one training takes a second or two. */
export type Task = { assignment: Assignment; splits: () => Promise<Splits> };
type Splits = { open: DataSet; hidden: DataSet };

const [OPEN_SEED, HIDDEN_SEED] = [170, 971];
const limits = {
  wallSeconds: 60,
  cpuSeconds: 60,
  memoryMib: 1024,
  outputKib: 64,
  paramsMax: 200_000,
  epochsMax: 300,
};
type Points = [value: number, points: number][];
const ofMetric = (metric: object, points: Points): Assignment =>
  makeAssignment({ limits, metric, band: points.map(([value, at]) => ({ value, points: at })) });

const accuracy = (classes: number, ...points: Points) => ofMetric({ name: 'accuracy', classes }, points);
const error = (...points: Points) => ofMetric({ name: 'mse' }, points);
const draw = (make: (rng: Rng, count: number) => DataSet, count: number) => async (): Promise<Splits> => ({
  open: make(makeRng(OPEN_SEED), count),
  hidden: make(makeRng(HIDDEN_SEED), 400),
});

const ofBank = (id: string, hiddenSeed: number) => async (): Promise<Splits> => {
  const { default: source } = (await import(`../../question-bank/assignments/${id}/data.ts`)) as {
    default: DataSource;
  };
  return { open: source.publicData('tr') as DataSet, hidden: source.hiddenData(hiddenSeed, 'tr') as DataSet };
};

/** Two interleaved half circles. */
function moons(rng: Rng, count: number): DataSet {
  const labels = Array.from({ length: count }, (_, i) => i % 2);
  const rows = labels.map((label) => {
    const t = Math.PI * rng.uniform();
    const point = label === 0 ? [Math.cos(t), Math.sin(t)] : [1 - Math.cos(t), 0.5 - Math.sin(t)];
    return point.map((value) => value + rng.normal(0, 0.2));
  });
  return toDataSet(rows, labels, [2], true);
}

/** Sine, square, saw-tooth or triangle, with random frequency and phase. */
function waves(rng: Rng, count: number): DataSet {
  const labels = Array.from({ length: count }, (_, i) => i % 4);
  const rows = labels.map((label) => {
    const [frequency, phase] = [2 + 3 * rng.uniform(), rng.uniform()];
    return Array.from({ length: 48 }, (_, t) => {
      const p = ((frequency * t) / 48 + phase) % 1;
      const forms = [Math.sin(2 * Math.PI * p), p < 0.5 ? 1 : -1, 2 * p - 1, p < 0.5 ? 4 * p - 1 : 3 - 4 * p];
      return forms[label]! + rng.normal(0, 0.3);
    });
  });
  return toDataSet(rows, labels, [48, 1]);
}

/** Three arms of a spiral. */
function spiral(rng: Rng, count: number): DataSet {
  const labels = Array.from({ length: count }, (_, i) => i % 3);
  const rows = labels.map((label) => {
    const r = rng.uniform();
    const angle = 4 * r + (label * 2 * Math.PI) / 3 + rng.normal(0, 0.15);
    return [r * Math.cos(angle), r * Math.sin(angle)];
  });
  return toDataSet(rows, labels, [2]);
}

/** Friedman (1991), Multivariate Adaptive Regression Splines, equation 56: five of ten features matter, noise variance 1. */
function friedman(rng: Rng, count: number): DataSet {
  const rows = Array.from({ length: count }, () => Array.from({ length: 10 }, () => rng.uniform()));
  const targets = rows.map(
    ([a, b, c, d, e]) =>
      10 * Math.sin(Math.PI * a! * b!) + 20 * (c! - 0.5) ** 2 + 10 * d! + 5 * e! + rng.normal(),
  );
  return toDataSet(rows, targets, [10], true);
}

/** Two of eight features matter, and noise of deviation 2 hides much of it. */
function few(rng: Rng, count: number): DataSet {
  const rows = Array.from({ length: count }, () => Array.from({ length: 8 }, () => rng.normal()));
  const targets = rows.map(([a, b]) => 3 * a! - 2 * b! + rng.normal(0, 2));
  return toDataSet(rows, targets, [8], true);
}

/** A machine's sensors in their own units; it fails when too many of them stray from their usual value. */
function sensors(rng: Rng, count: number): DataSet {
  const units = [
    [300, 10],
    [101_325, 500],
    [0.01, 0.004],
    [3000, 400],
    [230, 5],
    [0.4, 0.1],
  ] as const;
  const labels: number[] = [];
  const rows = Array.from({ length: count }, () => {
    const z = units.map(() => rng.normal());
    labels.push(Number(1.5 * z[0]! + z[1]! * z[2]! + 1.2 * z[3]! - z[4]! + rng.normal(0, 0.3) > 0));
    return z.map((value, i) => units[i]![0] + units[i]![1] * value);
  });
  return toDataSet(rows, labels, [6], true);
}

/** The next value of two waves with a decaying random walk on top. */
function series(rng: Rng, count: number): DataSet {
  let walk = 0;
  const values = Array.from({ length: count + 16 }, (_, t) => {
    walk = 0.8 * walk + rng.normal(0, 0.2);
    return Math.sin((2 * Math.PI * t) / 12) + 0.5 * Math.sin((2 * Math.PI * t) / 40) + walk;
  });
  const rows = Array.from({ length: count }, (_, i) => values.slice(i, i + 16));
  return toDataSet(rows, values.slice(16), [16, 1], true);
}

/** Word ids: praise or blame, turned around by a "not" before it. 0 fills up, 1 is "not", 2–11 praise, 12–21 blame. */
function words(rng: Rng, count: number): DataSet {
  const labels: number[] = [];
  const rows = Array.from({ length: count }, () => {
    const [isPraise, isNegated] = [rng.uniform() < 0.5, rng.uniform() < 0.4];
    labels.push(Number(isPraise !== isNegated));
    const opinion = (isPraise ? 2 : 12) + rng.int(0, 9);
    const neutral = Array.from({ length: 5 }, () => 22 + rng.int(0, 27));
    return [...neutral.slice(0, 3), isNegated ? 1 : 0, opinion, ...neutral.slice(3)];
  });
  return { ...toDataSet(rows, labels, [7], true), xIsWhole: true, names: { vocabSize: 50 } };
}

/** The sign of a weighted sum of four of twenty features; 10 % of the labels are turned around. */
function noisy(rng: Rng, count: number): DataSet {
  const labels: number[] = [];
  const rows = Array.from({ length: count }, () => {
    const row = Array.from({ length: 20 }, () => rng.normal());
    const isOne = row[0]! + row[1]! + 0.8 * row[2]! - 0.8 * row[3]! > 0;
    labels.push(Number(isOne !== rng.uniform() < 0.1));
    return row;
  });
  return toDataSet(rows, labels, [20], true);
}

/** Images as files hold them: 0 to 255. */
const inBytes = (splits: () => Promise<Splits>) => async (): Promise<Splits> => {
  const raw = (data: DataSet): DataSet => ({ ...data, x: data.x.map((value) => Math.round(value * 255)) });
  const { open, hidden } = await splits();
  return { open: raw(open), hidden: raw(hidden) };
};

const DIGITS: Points = [
  [0.5, 0],
  [0.85, 20],
  [0.93, 60],
  [0.965, 100],
];
const GLYPHS: Points = [
  [0.4, 0],
  [0.826, 60],
  [0.93, 100],
];

export const TASKS = {
  houses: {
    assignment: error([290, 100], [600, 60], [3000, 20], [15_000, 0]),
    splits: ofBank('a01', 901),
  },
  digits: { assignment: accuracy(10, ...DIGITS), splits: ofBank('a03', 903) },
  glyphs: { assignment: accuracy(10, ...GLYPHS), splits: ofBank('a04', 904) },
  moons: {
    assignment: accuracy(2, [0.8, 0], [0.9, 60], [0.95, 100]),
    splits: draw(moons, 400),
  },
  waves: {
    assignment: accuracy(4, [0.4, 0], [0.826, 60], [0.93, 100]),
    splits: draw(waves, 800),
  },
  spiral: {
    assignment: accuracy(3, [0.5, 0], [0.85, 60], [0.94, 100]),
    splits: draw(spiral, 600),
  },
  friedman: { assignment: error([3, 100], [6, 60], [24, 0]), splits: draw(friedman, 800) },
  sensors: {
    assignment: accuracy(2, [0.6, 0], [0.85, 60], [0.91, 100]),
    splits: draw(sensors, 800),
  },
  series: { assignment: error([0.1, 100], [0.2, 60], [0.7, 0]), splits: draw(series, 500) },
  words: {
    assignment: accuracy(2, [0.55, 0], [0.9, 60], [0.97, 100]),
    splits: draw(words, 800),
  },
  noisy: {
    assignment: accuracy(2, [0.6, 0], [0.72, 60], [0.77, 100]),
    splits: draw(noisy, 240),
  },
  few: { assignment: error([6, 100], [8, 60], [17, 0]), splits: draw(few, 50) },
  rawDigits: { assignment: accuracy(10, ...DIGITS), splits: inBytes(ofBank('a03', 903)) },
  rawGlyphs: { assignment: accuracy(10, ...GLYPHS), splits: inBytes(ofBank('a04', 904)) },
} satisfies Record<string, Task>;
export type TaskId = keyof typeof TASKS;
