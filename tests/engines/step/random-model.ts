import * as tf from '@tensorflow/tfjs';
import { random as randomTensor } from '../values.ts';
import type { Case } from './trained.ts';

const L = tf.layers;
type Shape = number[];
type Value = tf.SymbolicTensor;

/** Draws from a seed; every choice of a random model is one of these. */
export class Choices {
  readonly #draw: () => number;

  constructor(draw: () => number) {
    this.#draw = draw;
  }

  whole = (from: number, to: number): number => from + Math.floor(this.#draw() * (to - from + 1));
  chance = (probability: number): boolean => this.#draw() < probability;
  one = <T>(of: readonly T[]): T => of[this.whole(0, of.length - 1)]!;
}

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
] as const;
const OPTIMIZERS: Record<string, () => tf.Optimizer> = {
  sgd: () => tf.train.sgd(0.05),
  momentum: () => tf.train.momentum(0.02, 0.8, true),
  adam: () => tf.train.adam(0.003),
  rmsprop: () => tf.train.rmsprop(0.002),
  adagrad: () => tf.train.adagrad(0.02),
};
export type RandomCase = Case & { what: string };

/** A model of up to two branches of layers that fit each other, with data, a loss and options of `fit`. */
export function randomCase(choices: Choices): RandomCase {
  const { one, whole, chance } = choices;
  const inputs = chance(0.25) ? [rowShape(choices), rowShape(choices)] : [rowShape(choices)];
  const words = inputs.length === 1 && inputs[0]!.length === 1 && chance(0.3) ? 12 : undefined;
  const said: string[] = [inputs.map((shape) => shape.join('×')).join(' + ')];
  const seeds = Array.from({ length: 40 }, () => whole(0, 1 << 30));
  const loss = one([
    'categoricalCrossentropy',
    'sparseCategoricalCrossentropy',
    'binaryCrossentropy',
    'meanSquaredError',
    'meanAbsoluteError',
    'logcosh',
  ]);
  const units = whole(2, 4);
  const optimizer = one(Object.keys(OPTIMIZERS));
  said.push(loss, optimizer);
  const make = () => buildModel(replay(seeds), inputs, words, loss, units, said);
  const rows = whole(20, 45);
  const fit: tf.ModelFitArgs = {
    epochs: whole(1, 3),
    batchSize: one([7, 8, 16, 64]),
    shuffle: chance(0.7),
    ...(chance(0.4) ? { validationSplit: 0.25 } : {}),
    ...(loss === 'categoricalCrossentropy' && chance(0.3)
      ? { classWeight: Object.fromEntries(Array.from({ length: units }, (_, i) => [i, i / 2 + 0.25])) }
      : {}),
  };
  const metrics = chance(0.7) ? [one(['accuracy', 'mse', 'mae'])] : [];
  return {
    make,
    inputs,
    targets: (count) => [targetsFor(loss, units, count)],
    compile: () => ({ loss, metrics, optimizer: OPTIMIZERS[optimizer]!() }),
    fit,
    rows,
    ...(words ? { words } : {}),
    get what() {
      return `${[...new Set(said)].join(', ')}; ${JSON.stringify({ rows, metrics, ...fit })}`;
    },
  };
}

/** The same choices at each call: the model is made once for each path. */
const replay = (seeds: readonly number[]): Choices => {
  let next = 0;
  return new Choices(() => (seeds[next++ % seeds.length]! % 9973) / 9973);
};

const rowShape = ({ one, whole }: Choices): Shape =>
  one([
    () => [whole(2, 9)],
    () => [whole(6, 12), whole(1, 4)],
    () => [whole(6, 9), whole(6, 10), whole(1, 4)],
  ])();

function targetsFor(loss: string, units: number, rows: number): tf.Tensor {
  const values = randomTensor([rows, units], 77);
  if (loss === 'categoricalCrossentropy') return tf.oneHot(values.argMax(-1) as tf.Tensor1D, units).toFloat();
  if (loss === 'sparseCategoricalCrossentropy') return values.argMax(-1).toFloat().expandDims(1);
  return loss === 'binaryCrossentropy' ? values.greater(0).toFloat() : values;
}

function buildModel(
  choices: Choices,
  shapes: Shape[],
  words: number | undefined,
  loss: string,
  units: number,
  said: string[],
): tf.LayersModel {
  const inputs = shapes.map((shape) => tf.input({ shape, dtype: words ? 'int32' : 'float32' }));
  const apply = (layer: tf.layers.Layer, x: Value | Value[]) => {
    said.push(layer.getClassName());
    return layer.apply(x) as Value;
  };
  const branches = inputs.map((input) => {
    let x = words ? apply(L.embedding({ inputDim: words, outputDim: choices.whole(2, 5) }), input) : input;
    for (let left = choices.whole(1, 4); left > 0; left--) x = addLayers(choices, x, apply);
    return x.shape.length > 2 ? apply(L.flatten(), x) : x;
  });
  const joined = branches.length > 1 ? apply(L.concatenate(), branches) : branches[0]!;
  const last = loss.includes('ategorical') ? 'softmax' : loss === 'binaryCrossentropy' ? 'sigmoid' : 'linear';
  const outputs = apply(L.dense({ units, activation: last }), joined);
  return tf.model({ inputs, outputs });
}

type Apply = (layer: tf.layers.Layer, x: Value | Value[]) => Value;

/** One layer or a few that belong together, for values of this rank. */
function addLayers(choices: Choices, x: Value, apply: Apply): Value {
  const { one, whole, chance } = choices;
  const rank = x.shape.length - 1;
  const activation = one(ACTIVATIONS);
  const side = Math.min(...x.shape.slice(1, -1).map(Number), 3);
  const window = () => ({
    kernelSize: whole(1, side),
    strides: whole(1, 2),
    padding: one(['valid', 'same'] as const),
  });
  const regularizer = chance(0.15)
    ? { kernelRegularizer: tf.regularizers.l1l2({ l1: 0.001, l2: 0.01 }) }
    : {};
  const normalized = () => {
    const plain = apply(L.dense({ units: whole(2, 8) }), x);
    return apply(chance(0.5) ? L.batchNormalization({ momentum: 0.8 }) : L.layerNormalization(), plain);
  };
  const residual = () => {
    const inner = apply(L.dense({ units: Number(x.shape.at(-1)), activation }), x);
    return apply(one([L.add, L.multiply, L.average, L.concatenate])(), [inner, x]);
  };
  const anywhere = [
    () => apply(L.dense({ units: whole(1, 9), activation, useBias: chance(0.8), ...regularizer }), x),
    () => apply(L.dropout({ rate: one([0.1, 0.5]), ...(chance(0.3) ? { seed: whole(0, 9) } : {}) }), x),
    () => apply(one([L.leakyReLU({ alpha: 0.1 }), L.reLU(), L.elu(), L.activation({ activation })]), x),
    normalized,
    residual,
  ];
  const lines = [
    () => apply(L.conv1d({ filters: whole(1, 6), activation, ...window(), ...regularizer }), x),
    () =>
      apply(one([L.maxPooling1d, L.averagePooling1d])({ poolSize: Math.min(2, side), padding: 'same' }), x),
    () => apply(one([L.globalMaxPooling1d, L.globalAveragePooling1d])({}), x),
  ];
  const recurrent = () => {
    const config = {
      units: whole(1, 6),
      returnSequences: chance(0.5),
      goBackwards: chance(0.3),
      ...(chance(0.3) ? { dropout: 0.2, recurrentDropout: one([0, 0.3]) } : {}),
    };
    const gates = { recurrentActivation: one(['hardSigmoid', 'sigmoid'] as const) };
    return one([
      () => L.lstm({ ...config, ...gates }),
      () => L.gru({ ...config, ...gates }),
      () => L.simpleRNN({ ...config, activation: one(['tanh', 'relu']) }),
    ])() as tf.RNN;
  };
  lines.push(
    () => apply(recurrent(), x),
    () => apply(recurrent(), x),
    () => apply(L.bidirectional({ layer: recurrent(), mergeMode: one(['concat', 'sum', 'ave']) }), x),
  );
  const images = [
    () => apply(L.conv2d({ filters: whole(1, 9), activation, ...window(), ...regularizer }), x),
    () => apply(L.depthwiseConv2d({ depthMultiplier: whole(1, 2), activation, ...window() }), x),
    () => apply(L.separableConv2d({ filters: whole(1, 5), ...window() }), x),
    () =>
      apply(
        one([L.maxPooling2d, L.averagePooling2d])({
          poolSize: Math.min(2, side),
          padding: one(['valid', 'same']),
        }),
        x,
      ),
    () => apply(one([L.globalMaxPooling2d, L.globalAveragePooling2d])({}), x),
    () => apply(L.zeroPadding2d({ padding: [whole(0, 2), whole(0, 2)] }), x),
  ];
  return one([...anywhere, ...(rank === 2 ? lines : rank === 3 ? [...images, ...images] : [])])();
}
