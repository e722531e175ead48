import type { DataSet } from '#lib/core/assignments/data.ts';
import { computeMetric, isConstant, metricInterval } from '#lib/core/assignments/metric.ts';
import type { Assignment } from '#lib/core/assignments/schema.ts';

/** `value` is null when no number can be given (a squared error of predictions that are not finite). */
export type Measured = { value: number | null; interval: [number, number] | null; isConstant: boolean };

/**
 * The metric of predictions on hidden rows. Null when the number of predictions does not fit the rows and the task: then the
 * model's output shape is wrong. Two classes may also be told by one probability of the second.
 */
export function measure(
  metric: Assignment['metric'],
  predictions: Float32Array,
  hidden: DataSet,
): Measured | null {
  const columns = predictions.length / hidden.xShape[0]!;
  if (!widthsOf(metric, hidden).includes(columns)) return null;
  return {
    value: computeMetric(metric, predictions, columns, hidden.y),
    interval: metricInterval(metric, predictions, columns, hidden.y),
    isConstant: isConstant(predictions, columns),
  };
}

function widthsOf(metric: Assignment['metric'], { y, xShape }: DataSet): number[] {
  if (metric.name === 'mse') return [y.length / xShape[0]!];
  return metric.classes === 2 ? [1, 2] : [metric.classes];
}
