import * as tf from '@tensorflow/tfjs';
import type { Heap } from '../heap.ts';
import { updaterOf } from '../optimizers/install.ts';
import type { Model } from './internals.ts';
import type { Weight } from './part.ts';
import { refuse } from './plain-path.ts';
import { tensorAt } from './tensors.ts';

/** Changes the weights by their gradients as the model's optimizer does. Refuses an optimizer that finds its gradients itself. */
export function makeUpdate(heap: Heap, model: Model, weights: readonly Weight[]): () => void {
  const optimizer = model.optimizer_;
  // A frozen weight keeps its place in the list, without a gradient.
  const updates = model.collectedTrainableWeights!.map((variable, index) => {
    const weight = weights.find((each) => each.gradient && each.variable === variable);
    return { variable: variable.read(), gradient: weight?.gradient ?? 0, index };
  });
  const updater = updaterOf(optimizer);
  if (updater) return () => updater(updates);
  const { minimize, computeGradients } = tf.Optimizer.prototype;
  if (optimizer.minimize !== minimize || optimizer.computeGradients !== computeGradients)
    refuse('an optimizer with its own minimize');
  const named = () =>
    updates.map(({ variable: { name, shape }, gradient }) => ({
      name,
      tensor: gradient ? tensorAt(heap, gradient, shape) : null,
    }));
  return () => void tf.tidy(() => optimizer.applyGradients(named() as never));
}
