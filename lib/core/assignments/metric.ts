import { assertNever } from '../result.ts';
import type { Metric } from './metric-kind.ts';

/** z of the two-sided 95 % interval. */
const Z95 = 1.959964;

/**
 * The metric of predictions, in our own arithmetic. `predictions` are rows × columns, row-major. Accuracy divides by the number
 * of labels, and a row that holds NaN or infinity is wrong; a mean squared error with such a row, or of another shape than the
 * labels, does not exist: null.
 */
export function computeMetric(
  metric: Metric,
  predictions: Float32Array,
  columns: number,
  labels: Float32Array,
): number | null {
  switch (metric.name) {
    case 'accuracy':
      return mean(rightRows(predictions, columns, labels));
    case 'balancedAccuracy':
      return mean(rightByClass(predictions, columns, labels).map(mean));
    case 'mse':
      return predictions.length === labels.length
        ? finiteOrNull(mean(squaredErrors(predictions, labels)))
        : null;
    default:
      return assertNever(metric);
  }
}

/** 95 % interval of that value for another sample of the same size: Wilson's for a proportion, normal for a mean. */
export function metricInterval(
  metric: Metric,
  predictions: Float32Array,
  columns: number,
  labels: Float32Array,
): [number, number] | null {
  const value = computeMetric(metric, predictions, columns, labels);
  if (value === null || labels.length < 2) return null;
  switch (metric.name) {
    case 'accuracy':
      return wilson(value, labels.length);
    case 'balancedAccuracy':
      return meanOfProportions(rightByClass(predictions, columns, labels));
    case 'mse':
      return intervalOfMean(squaredErrors(predictions, labels), value);
    default:
      return assertNever(metric);
  }
}

function intervalOfMean(values: readonly number[], value: number): [number, number] {
  const variance = values.reduce((sum, each) => sum + (each - value) ** 2, 0) / (values.length - 1);
  const half = Z95 * Math.sqrt(variance / values.length);
  return [Math.max(0, value - half), value + half];
}

/** The mean of independent proportions from Wilson's limits of each: Newcombe (1998), method 10, for a sum instead of a difference. */
function meanOfProportions(groups: readonly (readonly number[])[]): [number, number] {
  const parts = groups.map((group) => ({ value: mean(group), limits: wilson(mean(group), group.length) }));
  const distance = (end: 0 | 1) =>
    Math.hypot(...parts.map(({ value, limits }) => limits[end] - value)) / parts.length;
  const value = mean(parts.map((part) => part.value));
  return [value - distance(0), value + distance(1)];
}

/** Every row the same to within 1e-6: a model that ignores its input. */
export function isConstant(predictions: Float32Array, columns: number): boolean {
  return (
    predictions.length > columns &&
    predictions.every((value, i) => Math.abs(value - predictions[i % columns]!) <= 1e-6)
  );
}

/** Wilson (1927): the proportions that a test at 5 % would not reject. */
function wilson(proportion: number, count: number): [number, number] {
  const spread = Z95 ** 2 / count;
  const centre = (proportion + spread / 2) / (1 + spread);
  const half =
    (Z95 * Math.sqrt((proportion * (1 - proportion)) / count + spread / (4 * count))) / (1 + spread);
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

/** 1 for each row whose class is its label, else 0. */
export function rightRows(predictions: Float32Array, columns: number, labels: Float32Array): number[] {
  return Array.from(labels, (label, row) => {
    const values = predictions.subarray(row * columns, (row + 1) * columns);
    const readable = values.length === columns && values.every(Number.isFinite);
    return readable && predictedClass(values) === label ? 1 : 0;
  });
}

/** The same, the rows of each class together. A class without rows is left out. */
function rightByClass(predictions: Float32Array, columns: number, labels: Float32Array): number[][] {
  const right = rightRows(predictions, columns, labels);
  return [0, 1]
    .map((label) => right.filter((_, row) => labels[row] === label))
    .filter(({ length }) => length > 0);
}

/** The first greatest of several outputs; a single one is the probability of class 1. */
const predictedClass = (values: Float32Array): number =>
  values.length === 1 ? Number(values[0]! > 0.5) : values.indexOf(values.reduce((a, b) => Math.max(a, b)));

const squaredErrors = (predictions: Float32Array, labels: Float32Array): number[] =>
  Array.from(labels, (label, i) => (predictions[i]! - label) ** 2);

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
