import * as tf from '@tensorflow/tfjs';
import { classifier, data, fit, kernel, sequential, type TrainingCase } from './fit.ts';

const L = tf.layers;
const table = { shape: [10], classes: 3 };
const dense = (units: number, seed: number, more: object = {}) =>
  L.dense({ units, ...kernel(seed), ...more });
const first = (units: number, more: object = {}) => dense(units, 1, { inputShape: [10], ...more });

/** Runs one small training for each item, so that a result names the item it belongs to by its place. */
async function eachOf<T>(items: T[], lossOf: (item: T) => Promise<number[]>): Promise<number[]> {
  const losses: number[] = [];
  for (const item of items) losses.push((await lossOf(item)).at(-1)!);
  return losses;
}

export const DENSE: Record<string, TrainingCase> = {
  mlp: () =>
    fit(
      sequential(
        dense(32, 1, { activation: 'relu', inputShape: [64] }),
        dense(16, 2, { activation: 'relu' }),
        classifier(10),
      ),
      { shape: [64], classes: 10 },
    ),
  batchNormalization: () =>
    fit(
      sequential(first(16), L.batchNormalization(), L.activation({ activation: 'relu' }), classifier(3)),
      table,
    ),
  layerNormalization: () => fit(sequential(first(16), L.layerNormalization(), classifier(3)), table),
  dropout: () =>
    fit(
      sequential(first(32, { activation: 'relu' }), L.dropout({ rate: 0.3, seed: 3 }), classifier(3)),
      table,
    ),
  noise: () =>
    fit(
      sequential(
        first(32, { activation: 'selu' }),
        L.gaussianNoise({ stddev: 0.1 }),
        L.alphaDropout({ rate: 0.1 }),
        L.gaussianDropout({ rate: 0.1 }),
        classifier(3),
      ),
      table,
    ),
  'regularizers and constraints': () =>
    fit(
      sequential(
        first(8, { activation: 'tanh', kernelRegularizer: tf.regularizers.l1l2() }),
        dense(2, 2, { activation: 'sigmoid', kernelConstraint: tf.constraints.maxNorm({ maxValue: 2 }) }),
      ),
      {
        ...table,
        classes: 2,
        compile: { loss: 'binaryCrossentropy', metrics: ['binaryAccuracy', 'precision'] },
      },
    ),
  'sparse labels': async () => {
    const model = sequential(first(3, { activation: 'softmax' }));
    model.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
    const { x, y } = data(table);
    const labels = y.argMax(1).toFloat().expandDims(1);
    return (await model.fit(x, labels, { epochs: 3, verbose: 0, shuffle: false })).history[
      'loss'
    ] as number[];
  },
  optimizers: () =>
    eachOf(
      [
        tf.train.sgd(0.1),
        tf.train.momentum(0.1, 0.9),
        tf.train.momentum(0.1, 0.9, true),
        tf.train.adagrad(0.1),
        tf.train.adadelta(0.1),
        tf.train.adam(0.01),
        tf.train.adamax(0.01),
        tf.train.rmsprop(0.01),
        tf.train.rmsprop(0.01, 0.9, 0.9, 1e-7, true),
      ],
      (optimizer) =>
        fit(sequential(first(3, { activation: 'softmax' })), { ...table, compile: { optimizer } }),
    ),
  activations: () =>
    eachOf(
      [
        'elu',
        'hardSigmoid',
        'linear',
        'relu',
        'relu6',
        'selu',
        'sigmoid',
        'softmax',
        'softplus',
        'softsign',
        'tanh',
        'swish',
        'mish',
        'gelu',
        'gelu_new',
      ],
      (activation) => fit(sequential(first(8, { activation }), classifier(3)), table),
    ),
  'activation layers': () =>
    eachOf([() => L.leakyReLU(), () => L.elu(), () => L.prelu(), () => L.reLU({ maxValue: 1 })], (layer) =>
      fit(sequential(first(8), layer(), classifier(3)), table),
    ),
  losses: () =>
    eachOf(
      [
        'meanSquaredError',
        'meanAbsoluteError',
        'meanAbsolutePercentageError',
        'meanSquaredLogarithmicError',
        'squaredHinge',
        'hinge',
        'categoricalHinge',
        'logcosh',
        'kullbackLeiblerDivergence',
        'poisson',
        'cosineProximity',
      ],
      (loss) => fit(sequential(first(3, { activation: 'softmax' })), { ...table, compile: { loss } }),
    ),
};
