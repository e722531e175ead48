import type { ModelFacts, TrainRecord } from './facts.ts';
import { outputLayer } from './model-shape.ts';

/**
 * A single linear output trained with a loss that takes logits says "positive" above 0, not above ½: its predictions become
 * probabilities. The loss is what the student's process said; a lie shifts the threshold, which a bias could do as well.
 */
export function asProbabilities(
  predictions: Float32Array,
  facts: ModelFacts,
  record: TrainRecord | null,
): Float32Array {
  const isLogit = record?.loss === 'sigmoidCrossEntropy' && outputLayer(facts)?.activation === 'linear';
  return isLogit && facts.outputShape.at(-1) === 1
    ? predictions.map((value) => 1 / (1 + Math.exp(-value)))
    : predictions;
}
