import { describe, expect, test } from 'vitest';
import { toTensor, type DataSet } from '#lib/core/assignments/data.ts';
import type { Metric } from '#lib/core/assignments/metric-kind.ts';
import { makeAssignment, makeDense, makeMaterial, makeModel, TEXT } from '#tests/factories/assignment.ts';
import { makeScoreJob } from './jobs.ts';
import { measure } from './metric.ts';

const floats = (...values: number[]) => Float32Array.from(values);
const hidden = (labels: number[], width = 1): DataSet => {
  const rows = labels.length / width;
  return {
    x: new Float32Array(rows),
    y: floats(...labels),
    xShape: [rows, 1],
    yShape: width === 1 ? [rows] : [rows, width],
  };
};
/** Public rows are the hidden ones again, with the same predictions. */
const measureOf = (metric: Metric, predictions: Float32Array, data: DataSet) => {
  const assignment = makeAssignment({ metric });
  const said = {
    predictions: [predictions, predictions],
    facts: [makeModel(makeDense('softmax'))],
    models: [],
  };
  return measure(assignment, said, null, makeMaterial(assignment, data));
};
const classes = (n: number) => ({ name: 'accuracy', classes: n }) as const;
const mse = { name: 'mse', scale: 1 } as const;

describe('the width of the predictions', () => {
  test.each<[string, Metric, number, DataSet, boolean]>([
    ['three classes, three outputs', classes(3), 6, hidden([0, 1]), true],
    ['three classes, two outputs', classes(3), 4, hidden([0, 1]), false],
    ['three classes, one output', classes(3), 2, hidden([0, 1]), false],
    ['two classes, two outputs', classes(2), 4, hidden([0, 1]), true],
    ['two classes, one probability', classes(2), 2, hidden([0, 1]), true],
    ['two classes, three outputs', classes(2), 6, hidden([0, 1]), false],
    ['one number to predict, one output', mse, 2, hidden([0, 1]), true],
    ['one number to predict, two outputs', mse, 4, hidden([0, 1]), false],
    ['two numbers to predict, two outputs', mse, 4, hidden([0, 1, 2, 3], 2), true],
    ['two numbers to predict, one output', mse, 2, hidden([0, 1, 2, 3], 2), false],
    ['a row too few', classes(3), 3, hidden([0, 1]), false],
    ['half a row too many', classes(2), 5, hidden([0, 1]), false],
    ['nothing', classes(2), 0, hidden([0, 1]), false],
  ])('%s', (_, metric, count, data, fits) =>
    expect(measureOf(metric, new Float32Array(count), data) !== null).toBe(fits),
  );
});

test('two of three rows right: value and interval are those of the metric, and the model is not constant', () => {
  const measured = measureOf(classes(2), floats(0.9, 0.1, 0.2), hidden([1, 0, 1]))!;
  expect(measured.metric).toBeCloseTo(2 / 3, 12);
  // Wilson 1927 with z = 1.959964: centre (p + z²/2n) / (1 + z²/n), half z √(p(1−p)/n + z²/4n²) / (1 + z²/n).
  expect(measured.interval!.map((end) => end.toFixed(4))).toEqual(['0.2077', '0.9385']);
  expect(measured.constantPrediction).toBe(false);
});

test('one answer for every row is told apart', () =>
  expect(measureOf(classes(2), floats(0.7, 0.7, 0.7), hidden([1, 0, 1]))!.constantPrediction).toBe(true));

test('predictions that diverged are counted wrong, or have no mean square, but are measured', () => {
  expect(measureOf(classes(2), floats(NaN, NaN), hidden([1, 0]))).toMatchObject({ metric: 0 });
  expect(measureOf(mse, floats(NaN, 1), hidden([1, 0]))).toEqual({
    metric: null,
    train: null,
    interval: null,
    measures: {},
    constantPrediction: false,
    breakdown: null,
  });
});

test('hidden rows give the metric, public rows its counterpart on the training data', () => {
  const assignment = makeAssignment({ metric: classes(2) });
  const material = makeMaterial(assignment, hidden([1, 1, 1, 1]), hidden([1, 0]));
  expect(makeScoreJob(assignment, material)).toMatchObject({
    inputs: [
      { name: 'x', shape: [2, 1] },
      { name: 'xTrain', shape: [4, 1] },
    ],
    passes: [{ input: 'x' }, { input: 'xTrain' }],
  });
  const said = {
    predictions: [floats(0.9, 0.1), floats(0.9, 0.9, 0.9, 0.1)],
    facts: [makeModel(makeDense('sigmoid', 1))],
    models: [],
  };
  expect(measure(assignment, said, null, material)).toMatchObject({ metric: 1, train: 0.75 });
});

describe('several parts', () => {
  const pass = (input: string, output = 0) => ({ input, through: [{ model: 'model', output }] });
  const band = [
    { value: 0, points: 0 },
    { value: 1, points: 100 },
  ];
  const part = (id: string, changes: object) => ({
    id,
    text: TEXT,
    weight: 50,
    against: 'y',
    band,
    ...changes,
  });
  const assignment = makeAssignment({
    metric: {
      name: 'parts',
      parts: [
        part('class', { metric: classes(2), of: pass('x') }),
        part('hits', { metric: { name: 'hits', radius: 1 }, of: pass('noise', 1), against: 'centres' }),
      ],
    },
  });
  const tensors = {
    x: toTensor([[1], [2]], [1]),
    y: toTensor([[1], [0]], [], 'int32'),
    noise: toTensor([[1], [2], [3], [4]], [1]),
    centres: toTensor([[0, 0]], [2]),
  };
  const material = makeMaterial(assignment, { xTrain: toTensor([[1]], [1]) }, tensors);

  test('each is measured on its own pass against its own truth, and nothing on training data', () => {
    expect(makeScoreJob(assignment, material).passes).toEqual([pass('x'), pass('noise', 1)]);
    // One of two classes right; three of four samples within 1 of the centre: 50 · 0.5 + 50 · 0.75.
    const predictions = [floats(0.9, 0.9), floats(0, 1, 0.5, 0.5, 1, 0, 1, 1)];
    expect(measure(assignment, { predictions, facts: [], models: [] }, null, material)).toEqual({
      metric: 62.5,
      train: null,
      interval: null,
      measures: { class: 0.5, hits: 0.75 },
      constantPrediction: true,
      // Both rows are called 1, one of them is.
      breakdown: { kind: 'confusion', counts: [[0, 1, 0], [0, 1, 0]] },
    });
  });

  test('one of the wrong width makes the whole unreadable', () => {
    const predictions = [floats(0.9, 0.9), floats(0, 1, 0.5, 0.5)];
    expect(measure(assignment, { predictions, facts: [], models: [] }, null, material)).toBeNull();
  });
});
