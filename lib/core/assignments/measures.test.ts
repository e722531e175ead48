import { expect, test } from 'vitest';
import { makeDense, makeModel, makeRecord } from '#tests/factories/assignment.ts';
import { asProbabilities } from './logits.ts';
import { computeMeasures } from './measures.ts';
import { computeMetric, metricInterval } from './metric.ts';

const balanced = { name: 'balancedAccuracy' } as const;
/** `count` rows of one label, the first `right` of them told correctly by one probability. */
const rows = (label: number, count: number, right: number) =>
  Array.from({ length: count }, (_, i) => ({ label, said: i < right === (label === 1) ? 0.9 : 0.1 }));
const split = (all: { label: number; said: number }[]) =>
  [Float32Array.from(all, ({ said }) => said), Float32Array.from(all, ({ label }) => label)] as const;

test('balanced accuracy is the mean of recall and specificity, whatever the shares of the classes', () => {
  // 3 of 4 positives, 90 of 100 negatives.
  const [said, labels] = split([...rows(1, 4, 3), ...rows(0, 100, 90)]);
  expect(computeMetric(balanced, said, 1, labels)).toBeCloseTo((0.75 + 0.9) / 2, 12);
  expect(computeMeasures(balanced, said, 1, labels)).toEqual({
    accuracy: 93 / 104,
    recall: 3 / 4,
    specificity: 90 / 100,
    precision: 3 / 13,
    f1: (2 * 3) / (2 * 3 + 1 + 10),
  });
});

test('a model that never says "positive" has no precision, and one that says nothing readable is wrong everywhere', () => {
  const [never, labels] = split([...rows(1, 2, 0), ...rows(0, 8, 8)]);
  expect(computeMeasures(balanced, never, 1, labels)).toMatchObject({ recall: 0, precision: null, f1: 0 });
  expect(computeMetric(balanced, never, 1, labels)).toBe(0.5);
  expect(computeMetric(balanced, never.fill(NaN), 1, labels)).toBe(0);
});

test('two softmax outputs are read like one probability', () => {
  const labels = Float32Array.of(1, 0);
  expect(computeMetric(balanced, Float32Array.of(0.2, 0.8, 0.6, 0.4), 2, labels)).toBe(1);
});

/**
 * Newcombe (1998), "Interval estimation for the difference between independent proportions", table II, (a): 56/70 − 48/80 has the
 * limits 0.0524 and 0.3339 by method 10. A difference p − q is a sum p + (1 − q) less 1, so twice our mean less 1 has the same limits.
 */
test('its interval is built from Wilson’s limits of both classes', () => {
  const [said, labels] = split([...rows(1, 70, 56), ...rows(0, 80, 32)]);
  const [low, high] = metricInterval(balanced, said, 1, labels)!;
  expect([2 * low - 1, 2 * high - 1].map((end) => end.toFixed(4))).toEqual(['0.0524', '0.3339']);
});

test.each([
  ['a linear output taught with logits', 'linear', 'sigmoidCrossEntropy', 0.5],
  ['a sigmoid output', 'sigmoid', 'sigmoidCrossEntropy', 0],
  ['a linear output taught with probabilities', 'linear', 'binaryCrossentropy', 0],
])('a prediction of 0 from %s is the probability %4$s', (_, activation, loss, expected) => {
  const facts = makeModel(makeDense(activation, 1));
  expect(asProbabilities(Float32Array.of(0), facts, makeRecord({ loss }))[0]).toBe(expected);
});
