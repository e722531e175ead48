import type { Assignment } from './schema.ts';

type Metric = Assignment['metric'];

/** z of the two-sided 95 % interval. */
const Z95 = 1.959964;

/**
 * The metric on hidden data, in our own arithmetic. `predictions` are rows × columns, row-major. Accuracy divides by the number
 * of hidden labels, and a row that holds NaN or infinity is wrong; a mean squared error with such a row, or of another shape
 * than the labels, does not exist: null.
 */
export function computeMetric(
  metric: Metric,
  predictions: Float32Array,
  columns: number,
  labels: Float32Array,
): number | null {
  return metric.name === 'accuracy'
    ? mean(rightRows(predictions, columns, labels))
    : predictions.length === labels.length
      ? finiteOrNull(mean(squaredErrors(predictions, labels)))
      : null;
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
  if (metric.name === 'accuracy') return wilson(value, labels.length);
  const errors = squaredErrors(predictions, labels);
  const variance = errors.reduce((sum, error) => sum + (error - value) ** 2, 0) / (errors.length - 1);
  const half = Z95 * Math.sqrt(variance / errors.length);
  return [Math.max(0, value - half), value + half];
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

function rightRows(predictions: Float32Array, columns: number, labels: Float32Array): number[] {
  return Array.from(labels, (label, row) => {
    const values = predictions.subarray(row * columns, (row + 1) * columns);
    const readable = values.length === columns && values.every(Number.isFinite);
    return readable && predictedClass(values) === label ? 1 : 0;
  });
}

/** The first greatest of several outputs; a single one is the probability of class 1. */
const predictedClass = (values: Float32Array): number =>
  values.length === 1 ? Number(values[0]! > 0.5) : values.indexOf(values.reduce((a, b) => Math.max(a, b)));

const squaredErrors = (predictions: Float32Array, labels: Float32Array): number[] =>
  Array.from(labels, (label, i) => (predictions[i]! - label) ** 2);

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
