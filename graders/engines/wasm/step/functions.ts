import { layers, sequential } from '@tensorflow/tfjs';
import type * as tf from '@tensorflow/tfjs';
import { binaryAccuracy, categoricalAccuracy, sparseCategoricalAccuracy } from './accuracies.ts';
import type { LossFunction, Model } from './internals.ts';
import * as losses from './losses.ts';
import type { Loss } from './losses.ts';

/** What is computed without tfjs in place of one of its losses or metrics. */
export type Plain = { compute: Loss; isSparse: boolean; isLoss: boolean };

/** By identity: a script may write functions of the same name. */
export type Functions = ReadonlyMap<LossFunction, Plain>;

const LOSSES = {
  binaryCrossentropy: losses.binaryCrossentropy,
  categoricalCrossentropy: losses.categoricalCrossentropy,
  meanAbsoluteError: losses.meanAbsoluteError,
  meanSquaredError: losses.meanSquaredError,
  sparseCategoricalCrossentropy: losses.sparseCategoricalCrossentropy,
};
/** The loss and the size of the output for which tfjs takes `accuracy` to be this. */
const ACCURACIES: [Loss, keyof typeof LOSSES, units: number][] = [
  [binaryAccuracy, 'binaryCrossentropy', 1],
  [categoricalAccuracy, 'categoricalCrossentropy', 2],
  [sparseCategoricalAccuracy, 'sparseCategoricalCrossentropy', 2],
];

/** tfjs does not export its functions: a model compiled with their names holds them. Call it before a script runs. */
export function readFunctions(): Functions {
  const functions = new Map<LossFunction, Plain>();
  for (const [name, compute] of Object.entries(LOSSES)) {
    const isSparse = name.startsWith('sparse');
    functions.set(compiled(name, 2).lossFunctions[0]!, { compute, isSparse, isLoss: true });
  }
  for (const [compute, name, units] of ACCURACIES) {
    const isSparse = name.startsWith('sparse');
    functions.set(compiled(name, units).metricsTensors[0]![0], { compute, isSparse, isLoss: false });
  }
  return functions;
}

/** A model without weights, and without an optimizer of its own. */
function compiled(loss: string, units: number): Model {
  const nothing = () => {};
  const optimizer = { minimize: nothing, computeGradients: nothing, applyGradients: nothing };
  const layer = layers.flatten({ name: 'probe', inputShape: [units, 1] });
  const model = sequential({ name: 'probe', layers: [layer] });
  model.compile({ optimizer: optimizer as unknown as tf.Optimizer, loss, metrics: ['accuracy'] });
  return (model as unknown as { model: Model }).model;
}
