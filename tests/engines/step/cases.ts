import * as tf from '@tensorflow/tfjs';
import { random } from '../values.ts';
import { kernel, sequential } from '../training/fit.ts';
import { classes, numbers, type Case } from './trained.ts';

const L = tf.layers;
const classifier = (units: number) => L.dense({ units, activation: 'softmax', ...kernel(9) });
const mlp = () =>
  sequential(
    L.dense({ units: 32, activation: 'relu', inputShape: [20], ...kernel(1) }),
    L.dense({ units: 17, activation: 'relu', ...kernel(2) }),
    classifier(5),
  );
const small = (last: tf.layers.Layer) =>
  sequential(L.dense({ units: 16, activation: 'tanh', inputShape: [10], ...kernel(1) }), last);

/** Every one of them runs compiled. */
export const CASES: Record<string, Case> = {
  dense: { make: mlp, inputs: [[20]], targets: classes(5) },
  'a last batch that is not full': { make: mlp, inputs: [[20]], targets: classes(5), rows: 150 },
  'targets of whole numbers': {
    make: mlp,
    inputs: [[20]],
    targets: (rows) => classes(5)(rows).map((each) => each.toInt()),
  },
  dropout: {
    make: () =>
      sequential(
        L.dense({ units: 32, activation: 'relu', inputShape: [20], ...kernel(1) }),
        L.dropout({ rate: 0.3 }),
        L.dense({ units: 16, ...kernel(2) }),
        L.dropout({ rate: 0.5, seed: 0 }),
        classifier(4),
      ),
    inputs: [[20]],
    targets: classes(4),
  },
  'mean squared error with SGD': {
    make: () => small(L.dense({ units: 3, ...kernel(2) })),
    inputs: [[10]],
    targets: numbers([3]),
    compile: () => ({ loss: 'meanSquaredError', optimizer: 'sgd', metrics: ['mae', 'mse'] }),
  },
  'mean absolute error with RMSprop': {
    make: () => small(L.dense({ units: 1, ...kernel(2) })),
    inputs: [[10]],
    targets: numbers([1]),
    compile: () => ({ loss: 'meanAbsoluteError', optimizer: 'rmsprop', metrics: [] }),
  },
  'binary crossentropy with momentum': {
    make: () => small(L.dense({ units: 1, activation: 'sigmoid', ...kernel(2) })),
    inputs: [[10]],
    targets: (rows) => [random([rows, 1], 3).greater(0).toFloat()],
    compile: () => ({ loss: 'binaryCrossentropy', optimizer: tf.train.momentum(0.05, 0.9) }),
  },
  'several binary outputs': {
    make: () => small(L.dense({ units: 4, activation: 'sigmoid', ...kernel(2) })),
    inputs: [[10]],
    targets: (rows) => [random([rows, 4], 3).greater(0).toFloat()],
    compile: () => ({ loss: 'binaryCrossentropy' }),
  },
  'sparse crossentropy': {
    make: () => small(classifier(3)),
    inputs: [[10]],
    targets: (rows) => [random([rows, 3], 3).argMax(1).toFloat().expandDims(1)],
    compile: () => ({ loss: 'sparseCategoricalCrossentropy' }),
  },
  'a loss and a metric of tfjs that are not ours': {
    make: () => small(classifier(3)),
    inputs: [[10]],
    targets: classes(3),
    compile: () => ({
      loss: 'kullbackLeiblerDivergence',
      metrics: [tf.metrics.cosineProximity, tf.metrics.precision],
    }),
  },
  'a loss of a script that reads weights': {
    make: () => small(L.dense({ units: 3, ...kernel(2) })),
    inputs: [[10]],
    targets: numbers([3]),
    compile: (model) => ({
      metrics: [],
      loss: (y: tf.Tensor, p: tf.Tensor) =>
        p
          .sub(y)
          .abs()
          .mean(-1)
          .add((model.trainableWeights[0]!.read() as tf.Tensor).square().mean()),
    }),
  },
  'class weights': {
    make: () => small(classifier(3)),
    inputs: [[10]],
    targets: classes(3),
    fit: { classWeight: { 0: 1, 1: 2.5, 2: 0.5 } },
  },
  'penalties of weights': {
    make: () =>
      sequential(
        L.dense({
          units: 12,
          inputShape: [10],
          kernelRegularizer: tf.regularizers.l1l2({ l1: 0.01, l2: 0.02 }),
          biasRegularizer: 'l1l2',
          ...kernel(1),
        }),
        L.reLU(),
        L.dense({
          units: 3,
          activation: 'softmax',
          kernelRegularizer: tf.regularizers.l2({ l2: 0.1 }),
          ...kernel(2),
        }),
      ),
    inputs: [[10]],
    targets: classes(3),
    fit: { validationSplit: 0.2 },
  },
};

/** Activations, each by itself between two dense layers. */
const ACTIVATIONS = [
  'linear',
  'relu',
  'relu6',
  'sigmoid',
  'tanh',
  'hardSigmoid',
  'elu',
  'selu',
  'softsign',
  'softmax',
];
const LAYERS: Record<string, () => tf.layers.Layer> = {
  ...Object.fromEntries(
    ACTIVATIONS.map((name) => [`activation ${name}`, () => L.activation({ activation: name as never })]),
  ),
  'leaky ReLU': () => L.leakyReLU({ alpha: 0.2 }),
  'ELU layer': () => L.elu(),
  'ReLU up to 6': () => L.reLU({ maxValue: 6 }),
  'softmax layer': () => L.softmax({ axis: -1 }),
};
for (const [name, layer] of Object.entries(LAYERS)) {
  CASES[name] = {
    make: () =>
      sequential(
        L.dense({ units: 11, inputShape: [3, 7], ...kernel(1) }),
        layer(),
        L.flatten(),
        classifier(3),
      ),
    inputs: [[3, 7]],
    targets: classes(3),
    fit: { epochs: 2 },
  };
}
