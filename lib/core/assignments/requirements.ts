import { assertNever } from '../result.ts';
import type { ModelFacts, TrainRecord } from './facts.ts';
import { hiddenLayers, outputLayer } from './model-shape.ts';
import type { Condition } from './schema.ts';

/** Does the built model meet a requirement? The record of training serves the two conditions that no model can show. */
export function meets(condition: Condition, facts: ModelFacts, record: TrainRecord | null): boolean {
  switch (condition.kind) {
    case 'paramsAtMost':
      return facts.params <= condition.max;
    case 'trainableLayers':
      return facts.layers.filter(({ trainable }) => trainable).length === condition.exactly;
    case 'hiddenLayersAtLeast':
      return hiddenLayers(facts).length >= condition.min;
    case 'layersAtLeast':
      return (
        facts.layers.filter(({ className }) => condition.classes.includes(className)).length >= condition.min
      );
    case 'epochsAtMost':
      return (record?.epochs ?? 0) <= condition.max;
    case 'output':
      return outputFits(condition, facts, record);
    default:
      return assertNever(condition);
  }
}

function outputFits(
  { units, activation, orLinearWithLoss = [] }: Condition & { kind: 'output' },
  facts: ModelFacts,
  record: TrainRecord | null,
): boolean {
  const output = outputLayer(facts);
  if (output === null || facts.outputShape.at(-1) !== units) return false;
  const logits = output.activation === 'linear' && orLinearWithLoss.includes(record?.loss ?? '');
  return activation.includes(output.activation) || logits;
}
