import { assertNever } from '../result.ts';
import type { Condition } from './condition.ts';
import type { LayerFacts, ModelFacts, TrainRecord } from './facts.ts';
import type { Measures } from './measures.ts';
import { hiddenLayers, isOneOf, outputLayer } from './model-shape.ts';

/** What conditions look at. `measures` are medians over the runs, with `metric` and `train` among them. */
export type Built = { facts: ModelFacts; record: TrainRecord | null; measures: Measures };

/** Does the work meet a condition? The record of training serves the two conditions that no model can show. */
export function meets(condition: Condition, built: Built): boolean {
  const { facts, record, measures } = built;
  switch (condition.kind) {
    case 'paramsAtMost':
      return facts.params <= condition.max;
    case 'trainableLayers':
      return facts.layers.filter(({ trainable }) => trainable).length === condition.exactly;
    case 'hiddenLayersAtLeast':
      return (
        hiddenLayers(facts).filter(({ activation }) => !condition.nonlinear || activation !== 'linear')
          .length >= condition.min
      );
    case 'hiddenUnitsAtLeast':
      return hiddenLayers(facts)
        .filter((layer) => isOneOf(layer, condition.classes))
        .every(({ units }) => units !== null && units >= condition.min);
    case 'layersAtLeast':
      return facts.layers.filter((layer) => counts(layer, condition)).length >= condition.min;
    case 'epochsAtMost':
      return (record?.epochs ?? 0) <= condition.max;
    case 'output':
      return outputFits(condition, built);
    case 'measure':
      return inRange(measures[condition.name] ?? null, condition);
    case 'anyOf':
      return condition.of.some((each) => meets(each, built));
    default:
      return assertNever(condition);
  }
}

function counts(
  layer: LayerFacts,
  { classes, kernelSizeAtLeast = 0, stepsAtLeast = 0 }: Condition & { kind: 'layersAtLeast' },
): boolean {
  const isWide = (layer.kernelSize ?? [0]).every((side) => side >= kernelSizeAtLeast);
  const seesSteps = (layer.inputShape[1] ?? Infinity) >= stepsAtLeast;
  return isOneOf(layer, classes) && isWide && seesSteps;
}

const inRange = (value: number | null, { atLeast = -Infinity, below = Infinity }: Range): boolean =>
  value !== null && value >= atLeast && value < below;
type Range = { atLeast?: number | undefined; below?: number | undefined };

function outputFits(
  { units, activation, orLinearWithLoss = [] }: Condition & { kind: 'output' },
  { facts, record }: Built,
): boolean {
  const output = outputLayer(facts);
  if (output === null || facts.outputShape.at(-1) !== units) return false;
  const logits = output.activation === 'linear' && orLinearWithLoss.includes(record?.loss ?? '');
  return activation.includes(output.activation) || logits;
}
