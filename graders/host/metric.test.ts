import { describe, expect, test } from 'vitest';
import type { DataSet } from '#lib/core/assignments/data.ts';
import type { Metric } from '#lib/core/assignments/metric-kind.ts';
import { makeDense, makeModel } from '#tests/factories/assignment.ts';
import { inputsOf, measure } from './metric.ts';

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
const measureOf = (metric: Metric, predictions: Float32Array, data: DataSet) =>
  measure(
    metric,
    { predictions: floats(...predictions, ...predictions), facts: makeModel(makeDense('softmax')) },
    null,
    { open: data, hidden: data },
  );
const classes = (n: number) => ({ name: 'accuracy', classes: n }) as const;
const mse = { name: 'mse' } as const;

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
  });
});

test('hidden rows come first and public rows after them, in the inputs as in the predictions', () => {
  const splits = { hidden: hidden([1, 0]), open: hidden([1, 1, 1, 1]) };
  splits.hidden.x.fill(7);
  expect(inputsOf(splits)).toEqual({ x: floats(7, 7, 0, 0, 0, 0), xShape: [6, 1] });
  const said = {
    predictions: floats(0.9, 0.1, 0.9, 0.9, 0.9, 0.1),
    facts: makeModel(makeDense('sigmoid', 1)),
  };
  expect(measure(classes(2), said, null, splits)).toMatchObject({ metric: 1, train: 0.75 });
});
