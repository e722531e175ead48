import { assertNever } from '../result.ts';
import { rightRows } from './metric.ts';
import type { Metric } from './metric-kind.ts';

/** What is told about a model beside its metric; null where it does not exist (the precision of a model that never says "positive"). */
export type Measures = Record<string, number | null>;

export function computeMeasures(
  metric: Metric,
  predictions: Float32Array,
  columns: number,
  labels: Float32Array,
): Measures {
  switch (metric.name) {
    case 'balancedAccuracy':
      return confusionMeasures(rightRows(predictions, columns, labels), labels);
    case 'accuracy':
    case 'mse':
    case 'mae':
    case 'energyDistance':
    case 'modes':
    case 'hits':
      return {};
    default:
      return assertNever(metric);
  }
}

/** Class 1 is the positive one. A row that holds NaN is wrong, so it counts as the other class. */
function confusionMeasures(right: readonly number[], labels: Float32Array): Measures {
  const count = (label: number, isRight: number) =>
    right.filter((each, row) => labels[row] === label && each === isRight).length;
  const [hits, misses, rejections, alarms] = [count(1, 1), count(1, 0), count(0, 1), count(0, 0)];
  return {
    accuracy: share(hits + rejections, labels.length),
    recall: share(hits, hits + misses),
    specificity: share(rejections, rejections + alarms),
    precision: share(hits, hits + alarms),
    f1: share(2 * hits, 2 * hits + misses + alarms),
  };
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
