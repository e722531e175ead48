import { breakdownOf } from '#lib/core/assignments/breakdown.ts';
import type { Base } from '#lib/core/assignments/data.ts';
import type { RunFacts } from '#lib/core/assignments/evidence.ts';
import type { ModelFacts, TrainRecord } from '#lib/core/assignments/facts.ts';
import { asProbabilities } from '#lib/core/assignments/logits.ts';
import { computeMeasures, type Measures } from '#lib/core/assignments/measures.ts';
import { computeMetric, isConstant, metricInterval } from '#lib/core/assignments/metric.ts';
import type { Metric } from '#lib/core/assignments/metric-kind.ts';
import { combineParts, type Part } from '#lib/core/assignments/parts.ts';
import type { Assignment } from '#lib/core/assignments/schema.ts';
import { baseMeasures } from './base.ts';
import type { Material } from './data.ts';
import { makeScoreJob, measuredParts, passKey, tensorsOf } from './jobs.ts';

export type Measured = Omit<RunFacts, 'seed' | 'epochs' | 'tests'>;
/** Each model with its facts, and predictions of each pass, in the order of the score job. */
export type Scored = {
  models: readonly Base[];
  facts: readonly ModelFacts[];
  predictions: readonly Float32Array[];
};

/** What one part is computed from. */
type Look = [metric: Metric, predictions: Float32Array, columns: number, truth: Float32Array];

/**
 * What the predictions of a score job are worth. Null when the number of one pass does not fit its rows and the task: then the
 * model's output shape is wrong. Two classes may also be told by one probability of the second.
 */
export function measure(
  assignment: Assignment,
  { models, facts, predictions }: Scored,
  record: TrainRecord | null,
  material: Material,
): Measured | null {
  const keys = makeScoreJob(assignment, material).passes.map(passKey);
  const tensors = tensorsOf(material);
  const isSingle = assignment.metric.name !== 'parts';
  const look = ({ metric, of, against }: Part): Look | null => {
    const raw = predictions[keys.indexOf(passKey(of))]!;
    const [columns, truth] = [raw.length / tensors[of.input]!.shape[0]!, tensors[against]!];
    const values = isSingle ? asProbabilities(raw, facts[0]!, record) : raw;
    const width = truth.values.length / truth.shape[0]!;
    return widthsOf(metric, width).includes(columns) ? [metric, values, columns, truth.values] : null;
  };
  const { parts, train } = measuredParts(assignment, material);
  const looks = parts.map(look);
  if (!looks.every((each) => each !== null)) return null;
  const trained = train && look(train);
  const values = valuesOf(assignment, parts, looks);
  const ofBase = material.base && models[0] ? baseMeasures(models[0], material.base) : {};
  return {
    ...values,
    train: trained && computeMetric(...trained),
    measures: { ...values.measures, ...ofBase },
  };
}

function valuesOf(
  assignment: Assignment,
  parts: readonly Part[],
  looks: readonly Look[],
): Omit<Measured, 'train'> {
  const values = looks.map((look) => computeMetric(...look));
  const [first] = looks;
  const isSingle = assignment.metric.name !== 'parts' && first !== undefined;
  const ofParts = (): Measures => Object.fromEntries(parts.map(({ id }, i) => [id, values[i]!]));
  return {
    metric: combineParts(assignment, values),
    interval: isSingle ? metricInterval(...first) : null,
    measures: isSingle ? computeMeasures(...first) : ofParts(),
    constantPrediction: looks.some(([, predictions, columns]) => isConstant(predictions, columns)),
    breakdown: looks.map((look) => breakdownOf(...look)).find((each) => each !== null) ?? null,
  };
}

function widthsOf(metric: Metric, truthWidth: number): number[] {
  switch (metric.name) {
    case 'accuracy':
      return metric.classes === 2 ? [1, 2] : [metric.classes];
    case 'balancedAccuracy':
      return [1, 2];
    default:
      return [truthWidth];
  }
}
