import type { DataSet } from '#lib/core/assignments/data.ts';
import type { RunFacts } from '#lib/core/assignments/evidence.ts';
import type { ModelFacts, TrainRecord } from '#lib/core/assignments/facts.ts';
import { asProbabilities } from '#lib/core/assignments/logits.ts';
import { computeMeasures } from '#lib/core/assignments/measures.ts';
import { computeMetric, isConstant, metricInterval } from '#lib/core/assignments/metric.ts';
import type { Metric } from '#lib/core/assignments/metric-kind.ts';

export type Splits = { open: DataSet; hidden: DataSet };
export type Measured = Omit<RunFacts, 'seed' | 'epochs'>;
type Inputs = { x: Float32Array; xShape: number[] };

/** Hidden inputs, then public ones: one prediction serves the metric and its counterpart on the training data. */
export function inputsOf({ open, hidden }: Splits): Inputs {
  const x = new Float32Array(hidden.x.length + open.x.length);
  x.set(hidden.x);
  x.set(open.x, hidden.x.length);
  return { x, xShape: [hidden.xShape[0]! + open.xShape[0]!, ...hidden.xShape.slice(1)] };
}

/**
 * What predictions of `inputsOf` are worth. Null when their number does not fit the rows and the task: then the model's output shape
 * is wrong. Two classes may also be told by one probability of the second.
 */
export function measure(
  metric: Metric,
  { predictions, facts }: { predictions: Float32Array; facts: ModelFacts },
  record: TrainRecord | null,
  { open, hidden }: Splits,
): Measured | null {
  const columns = predictions.length / (hidden.xShape[0]! + open.xShape[0]!);
  if (!widthsOf(metric, hidden).includes(columns)) return null;
  const values = asProbabilities(predictions, facts, record);
  const [own, rest] = split(values, hidden.xShape[0]! * columns);
  return {
    metric: computeMetric(metric, own, columns, hidden.y),
    train: computeMetric(metric, rest, columns, open.y),
    interval: metricInterval(metric, own, columns, hidden.y),
    measures: computeMeasures(metric, own, columns, hidden.y),
    constantPrediction: isConstant(own, columns),
  };
}

const split = (values: Float32Array, at: number) => [values.subarray(0, at), values.subarray(at)] as const;

function widthsOf(metric: Metric, { y, xShape }: DataSet): number[] {
  switch (metric.name) {
    case 'mse':
      return [y.length / xShape[0]!];
    case 'accuracy':
      return metric.classes === 2 ? [1, 2] : [metric.classes];
    case 'balancedAccuracy':
      return [1, 2];
  }
}
