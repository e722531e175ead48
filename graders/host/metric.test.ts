import { describe, expect, test } from 'vitest';
import type { DataSet } from '#lib/core/assignments/data.ts';
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
const classes = (n: number) => ({ name: 'accuracy', classes: n }) as const;
const mse = { name: 'mse' } as const;

describe('the width of the predictions', () => {
  test.each<[string, Parameters<typeof measure>[0], number, DataSet, boolean]>([
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
    expect(measure(metric, new Float32Array(count), data) !== null).toBe(fits),
  );
});

test('two of three rows right: value and interval are those of the metric, and the model is not constant', () => {
  const measured = measure(classes(2), floats(0.9, 0.1, 0.2), hidden([1, 0, 1]))!;
  expect(measured.value).toBeCloseTo(2 / 3, 12);
  // Wilson 1927 with z = 1.959964: centre (p + z²/2n) / (1 + z²/n), half z √(p(1−p)/n + z²/4n²) / (1 + z²/n).
  expect(measured.interval!.map((end) => end.toFixed(4))).toEqual(['0.2077', '0.9385']);
  expect(measured.isConstant).toBe(false);
});

test('one answer for every row is told apart', () =>
  expect(measure(classes(2), floats(0.7, 0.7, 0.7), hidden([1, 0, 1]))!.isConstant).toBe(true));

test('predictions that diverged are counted wrong, or have no mean square, but are measured', () => {
  expect(measure(classes(2), floats(NaN, NaN), hidden([1, 0]))).toMatchObject({ value: 0 });
  expect(measure(mse, floats(NaN, 1), hidden([1, 0]))).toEqual({
    value: null,
    interval: null,
    isConstant: false,
  });
});
