import { assertNever } from '../result.ts';
import type { Metric } from './metric-kind.ts';
import { coveredModes, energyDistance, hitShare } from './sample-metrics.ts';

/** z of the two-sided 95 % interval. */
const Z95 = 1.959964;

/**
 * The metric of predictions, in our own arithmetic. `predictions` are rows × columns, row-major; `truth` holds the labels, or for
 * samples the rows they are compared with. Accuracy divides by the number of labels, and a row that holds NaN or infinity is
 * wrong, as it is no hit of a centre; any other metric with such a row, or of another shape than the labels, does not exist: null.
 */
export function computeMetric(
  metric: Metric,
  predictions: Float32Array,
  columns: number,
  truth: Float32Array,
): number | null {
  switch (metric.name) {
    case 'accuracy':
      return mean(rightRows(predictions, columns, truth));
    case 'balancedAccuracy':
      return mean(rightByClass(predictions, columns, truth).map(mean));
    case 'mse':
    case 'mae':
      return predictions.length === truth.length
        ? finiteOrNull(mean(rowErrors(metric, predictions, columns, truth)))
        : null;
    case 'energyDistance':
      return finiteOrNull(energyDistance(predictions, truth, columns));
    case 'modes':
      return coveredModes(predictions, truth, columns, metric.radius, metric.share);
    case 'hits':
      return hitShare(predictions, truth, columns, metric.radius);
    default:
      return assertNever(metric);
  }
}

/** 95 % interval of that value for another sample of the same size: Wilson's for a proportion, normal for a mean, none for the rest. */
export function metricInterval(
  metric: Metric,
  predictions: Float32Array,
  columns: number,
  truth: Float32Array,
): [number, number] | null {
  const value = computeMetric(metric, predictions, columns, truth);
  if (value === null) return null;
  switch (metric.name) {
    case 'accuracy':
      return wilson(value, truth.length);
    case 'balancedAccuracy':
      return meanOfProportions(rightByClass(predictions, columns, truth));
    case 'mse':
    case 'mae':
      return intervalOfMean(rowErrors(metric, predictions, columns, truth), value);
    case 'hits':
      return wilson(value, predictions.length / columns);
    case 'energyDistance':
    case 'modes':
      return null;
    default:
      return assertNever(metric);
  }
}

function intervalOfMean(values: readonly number[], value: number): [number, number] | null {
  if (values.length < 2) return null;
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
  const predicted = predictedClasses(predictions, columns, labels.length);
  return Array.from(labels, (label, row) => (predicted[row] === label ? 1 : 0));
}

/** The class of each row; null where it holds NaN or infinity, or is missing. */
export function predictedClasses(
  predictions: Float32Array,
  columns: number,
  rows: number,
): (number | null)[] {
  return Array.from({ length: rows }, (_, row) => {
    const values = predictions.subarray(row * columns, (row + 1) * columns);
    const readable = values.length === columns && values.every(Number.isFinite);
    return readable ? predictedClass(values) : null;
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

/** The mean error of each row: its columns are not independent draws, its rows are. */
function rowErrors(
  metric: Extract<Metric, { name: 'mse' | 'mae' }>,
  predictions: Float32Array,
  columns: number,
  truth: Float32Array,
): number[] {
  const errorOf = (difference: number) => (metric.name === 'mse' ? difference ** 2 : Math.abs(difference));
  const errors = Array.from(truth, (value, i) => errorOf(metric.scale * (predictions[i]! - value)));
  return Array.from({ length: truth.length / columns }, (_, row) =>
    mean(errors.slice(row * columns, (row + 1) * columns)),
  );
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
