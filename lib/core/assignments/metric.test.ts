import { describe, expect, test } from 'vitest';
import { computeMetric, isConstant, metricInterval } from './metric.ts';

const accuracy = { name: 'accuracy', classes: 3 } as const;
const mse = { name: 'mse', scale: 1 } as const;
const floats = (...values: number[]) => Float32Array.from(values);

describe('accuracy', () => {
  test.each([
    ['counts rows whose greatest output is the label', [0.1, 0.9, 0, 0.8, 0.1, 0.1], 3, [1, 0], 1],
    ['gives a tie to the first', [0.5, 0.5, 0, 0.5, 0.5, 0], 3, [0, 1], 0.5],
    ['counts a row with NaN as wrong', [0.1, NaN, 0, 0.8, 0.1, 0.1], 3, [1, 0], 0.5],
    ['counts a row with infinity as wrong', [0, Infinity, 0, 0.8, 0.1, 0.1], 3, [1, 0], 0.5],
    ['divides by the hidden rows, not by those that came', [0.1, 0.9, 0], 3, [1, 1], 0.5],
    ['reads one output as the probability of class 1', [0.7, 0.3, 0.5], 1, [1, 0, 1], 2 / 3],
  ])('%s', (_, predictions, columns, labels, expected) => {
    expect(computeMetric(accuracy, floats(...predictions), columns, floats(...labels))).toBeCloseTo(
      expected,
      12,
    );
  });
});

describe('mean squared error', () => {
  test('is the mean of squared differences', () => {
    expect(computeMetric(mse, floats(1, 2, 5), 1, floats(0, 2, 2))).toBeCloseTo(
      (1 ** 2 + 0 ** 2 + 3 ** 2) / 3,
      12,
    );
  });
  test.each([
    ['NaN', [1, NaN]],
    ['infinity', [1, Infinity]],
    ['fewer rows', [1]],
    ['more columns', [1, 1, 1, 1]],
  ])('does not exist with %s', (_, predictions) => {
    expect(computeMetric(mse, floats(...predictions), 1, floats(1, 1))).toBeNull();
    expect(metricInterval(mse, floats(...predictions), 1, floats(1, 1))).toBeNull();
  });
});

describe('mean absolute error', () => {
  const mae = { name: 'mae', scale: 10 } as const;
  test('is the mean of absolute differences in the unit asked for', () => {
    expect(computeMetric(mae, floats(1, 2, 5, 0), 2, floats(0, 2, 2, 0))).toBeCloseTo(
      (10 * (1 + 0 + 3 + 0)) / 4,
      12,
    );
  });
  test('does not exist with NaN', () =>
    expect(computeMetric(mae, floats(NaN, 1), 2, floats(1, 1))).toBeNull());
});

test('an energy distance with a row that is not finite does not exist', () =>
  expect(computeMetric({ name: 'energyDistance' }, floats(NaN, 1), 1, floats(1, 1))).toBeNull());

describe('the interval', () => {
  test('of a mean over rows does not count the columns of a row as independent', () => {
    // Rows differ by 1 and 3 in both columns: squared errors 1, 1, 9, 9; as rows 1 and 9, mean 5, deviation √32, half 1.96·√(32/2).
    const [low, high] = metricInterval(mse, floats(1, 1, 3, 3), 2, floats(0, 0, 0, 0))!;
    expect(high).toBeCloseTo(5 + 1.959964 * 4, 4);
    expect(low).toBe(0);
  });

  test('of a proportion is Wilson’s: 81 of 263 gives 0.2553 to 0.3662 (Newcombe 1998, table I)', () => {
    const labels = Float32Array.from({ length: 263 }, () => 1);
    const predictions = Float32Array.from({ length: 263 }, (_, i) => (i < 81 ? 0.9 : 0.1));
    const [low, high] = metricInterval({ name: 'accuracy', classes: 2 }, predictions, 1, labels)!;
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.2553', '0.3662']);
  });
  test('of a mean of squares never begins below 0', () => {
    expect(metricInterval(mse, floats(0, 9), 1, floats(0, 0))![0]).toBe(0);
  });
  test('of a mean is 1.96 standard errors wide on each side', () => {
    // Squared errors 1, 9, 1, 9: mean 5, variance 64 / 3.
    const [low, high] = metricInterval(mse, floats(1, 3, 1, 3), 1, floats(0, 0, 0, 0))!;
    expect(high - low).toBeCloseTo(2 * 1.959964 * Math.sqrt(64 / 3 / 4), 6);
    expect((low + high) / 2).toBeCloseTo(5, 9);
  });
});

test.each([
  ['equal rows', [0.1, 0.9, 0.1, 0.9], 2, true],
  ['rows equal to a millionth', [0.1, 0.9, 0.1 + 1e-7, 0.9], 2, true],
  ['different rows', [0.1, 0.9, 0.9, 0.1], 2, false],
  ['a single row', [0.1, 0.9], 2, false],
  ['NaN', [NaN, NaN], 1, false],
])('isConstant of %s', (_, predictions, columns, expected) =>
  expect(isConstant(floats(...predictions), columns)).toBe(expected),
);
