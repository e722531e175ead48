import * as tf from '@tensorflow/tfjs';
import { mulberry32 } from '#lib/core/rng.ts';
import { AdamW } from '../adamw.ts';
import { Lion } from '../lion.ts';
import { Nadam } from '../nadam.ts';

/** Every rule with its defaults and with all that can be set. */
export const OPTIMIZERS: Record<string, () => tf.Optimizer> = {
  sgd: () => tf.train.sgd(0.1),
  momentum: () => tf.train.momentum(0.07, 0.9),
  nesterov: () => tf.train.momentum(0.07, 0.85, true),
  rmsprop: () => tf.train.rmsprop(0.01),
  'rmsprop with momentum': () => tf.train.rmsprop(0.01, 0.8, 0.7, 1e-4),
  'rmsprop, centred': () => tf.train.rmsprop(0.01, 0.95, 0.5, 1e-13, true),
  adam: () => tf.train.adam(),
  'adam with other numbers': () => tf.train.adam(0.03, 0.8, 0.95, 1e-3),
  adamax: () => tf.train.adamax(),
  'adamax, slowing': () => tf.train.adamax(0.02, 0.7, 0.9, 1e-5, 0.1),
  adagrad: () => tf.train.adagrad(0.1),
  'adagrad from another start': () => tf.train.adagrad(0.1, 1.5),
  adadelta: () => tf.train.adadelta(),
  'adadelta with other numbers': () => tf.train.adadelta(0.3, 0.8, 1e-4),
  adamw: () => new AdamW(),
  'adamw with other numbers': () =>
    new AdamW({ learningRate: 0.02, weightDecay: 0.1, beta1: 0.8, beta2: 0.9 }),
  nadam: () => new Nadam(),
  'nadam with other numbers': () => new Nadam({ learningRate: 0.02, weightDecay: 0.1, epsilon: 1e-4 }),
  lion: () => new Lion(),
  'lion with other numbers': () => new Lion({ learningRate: 0.02, weightDecay: 0.1, beta1: 0.7 }),
};

type Class = { prototype: tf.Optimizer };
const CLASSES: Class[] = [
  tf.SGDOptimizer,
  tf.MomentumOptimizer,
  tf.RMSPropOptimizer,
  tf.AdamOptimizer,
  tf.AdamaxOptimizer,
  tf.AdagradOptimizer,
  tf.AdadeltaOptimizer,
  AdamW,
  Nadam,
  Lion,
];
/** Read when this file is loaded: before an engine starts. */
const STOCK = new Map(CLASSES.map((each) => [each, each.prototype.applyGradients]));

/** The method that the engine replaces. */
export const stockMethod = (optimizer: tf.Optimizer) => STOCK.get(optimizer.constructor as unknown as Class)!;

/** Lets one optimizer step as before the engine replaced its method. */
export function asStock(optimizer: tf.Optimizer): tf.Optimizer {
  optimizer.applyGradients = stockMethod(optimizer);
  return optimizer;
}

const SHAPES = [[], [1], [3], [4], [5, 7], [2, 3, 3], [64], [17, 9]];

/** Of every size from 0.0001 to 100; in one shape some are 0 and some so small that their squares vanish. */
function numbers(seed: number, shape: number[]): Float32Array {
  const draw = mulberry32(seed);
  return Float32Array.from({ length: tf.util.sizeFromShape(shape) }, () => {
    const size = 10 ** (6 * draw() - 4);
    const isTiny = draw() < 0.2 && shape[0] === 64;
    return (draw() - 0.5) * (isTiny ? (draw() < 0.5 ? 0 : 1e-30) : size);
  });
}

export const makeVariables = (): tf.Variable[] =>
  SHAPES.map((shape, k) => tf.variable(tf.tensor(numbers(1000 + k, shape), shape)));

/** One step along gradients that the step decides; in every seventh one is missing. */
export function step(
  optimizer: tf.Optimizer,
  variables: tf.Variable[],
  count: number,
  isNamed = false,
): void {
  const gradients = SHAPES.map((shape, k) => tf.tensor(numbers(count * 10 + k, shape), shape));
  const list = variables.map(({ name }, k) => ({
    name,
    tensor: count % 7 === 3 && k === 2 ? null : gradients[k]!,
  }));
  const named = Object.fromEntries(list.map(({ name, tensor }) => [name, tensor]));
  optimizer.applyGradients((isNamed ? named : list) as tf.NamedTensorMap);
  tf.dispose(gradients);
}

/** The values as whole numbers, in which one NaN is like another only if its bits are. */
export const bits = (tensors: readonly tf.Tensor[]): number[][] =>
  tensors.map((tensor) => [...new Uint32Array(tensor.dataSync().slice().buffer)]);

/** The optimizer's state as tfjs saves it. Adamax cannot be saved. */
export const stateOf = async (optimizer: tf.Optimizer): Promise<tf.Tensor[]> =>
  optimizer.getClassName() === 'Adamax'
    ? []
    : (await optimizer.getWeights()).slice(1).map(({ tensor }) => tensor);
