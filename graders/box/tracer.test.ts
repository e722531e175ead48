import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { mulberry32 } from '#lib/core/rng.ts';
import { traceSchema } from '#lib/core/assignments/trace.ts';
import { startHere } from '#graders/engines/testing/start-here.ts';
import { innermost } from './probe.ts';
import { Tracer } from './tracer.ts';

beforeAll(() => startHere('wasm'));

const ROWS = 60;
const draw = mulberry32(5);
const x = { values: Float32Array.from({ length: ROWS * 12 }, () => 3 * draw() - 1), shape: [ROWS, 12] };
const y = { values: Float32Array.from({ length: ROWS }, (_, i) => i % 3), shape: [ROWS] };
const softmax = () => tf.layers.dense({ units: 3, activation: 'softmax' });
const reshape = () => tf.layers.reshape({ targetShape: [3, 4, 1], inputShape: [12] });
const sequence = () => tf.layers.reshape({ targetShape: [6, 2], inputShape: [12] });

const MODELS: [string, () => tf.layers.Layer[]][] = [
  [
    'dropout and batch normalisation',
    () => [
      tf.layers.dense({ units: 8, activation: 'relu', inputShape: [12] }),
      tf.layers.batchNormalization(),
      tf.layers.dropout({ rate: 0.3 }),
      softmax(),
    ],
  ],
  [
    'noise',
    () => [
      tf.layers.gaussianNoise({ stddev: 0.2, inputShape: [12] }),
      tf.layers.dense({ units: 8, activation: 'tanh' }),
      tf.layers.alphaDropout({ rate: 0.2 }),
      softmax(),
    ],
  ],
  [
    'convolution and pooling',
    () => [
      reshape(),
      tf.layers.conv2d({ filters: 4, kernelSize: 2, activation: 'relu' }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      softmax(),
    ],
  ],
  [
    'an LSTM with dropout',
    () => [
      sequence(),
      tf.layers.lstm({ units: 5, dropout: 0.2, recurrentDropout: 0.2, recurrentInitializer: 'glorotNormal' }),
      softmax(),
    ],
  ],
  [
    'a stateful GRU',
    () => [
      tf.layers.reshape({ targetShape: [6, 2], batchInputShape: [ROWS, 12] }),
      tf.layers.gru({ units: 4, stateful: true, recurrentInitializer: 'glorotNormal' }),
      softmax(),
    ],
  ],
];

async function fit(layers: () => tf.layers.Layer[], tracer: Tracer | null) {
  const { random } = Math;
  Math.random = mulberry32(11);
  try {
    const model = tf.sequential({ layers: layers() });
    model.compile({ optimizer: tf.train.adam(0.01), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
    const [inputs, labels] = [
      tf.tensor2d(x.values, [ROWS, 12]),
      tf.oneHot(tf.tensor1d(y.values, 'int32'), 3),
    ];
    tracer?.onFit(innermost(model), inputs, labels, {}, false);
    const { history } = await model.fit(inputs, labels, { epochs: 3, batchSize: ROWS, verbose: 0 });
    const trace = tracer?.finish(model) ?? null;
    const weights = model.weights.map((weight) => [...weight.read().dataSync()]);
    return { trace, bits: { weights, history, next: Math.random(), tensors: tf.memory().numTensors } };
  } finally {
    Math.random = random;
  }
}

describe('a training gives the same bits with and without its statistics', () => {
  test.each(MODELS)('%s', async (name, layers) => {
    const plain = await fit(layers, null);
    const before = tf.memory().numTensors;
    const traced = await fit(layers, new Tracer({ x, y }));
    expect({ ...traced.bits, tensors: 0 }).toEqual({ ...plain.bits, tensors: 0 });
    expect(traced.bits.tensors - before).toBe((await fit(layers, null)).bits.tensors - traced.bits.tensors);
    expect(traced.trace!.end === null).toBe(name === 'a stateful GRU');
    expect(traceSchema.parse(JSON.parse(JSON.stringify(traced.trace)))).toEqual(traced.trace);
  });
});

test('a model trained by an own loop is looked into at the end, without loss and gradient', () => {
  const model = tf.sequential({
    layers: [tf.layers.dense({ units: 8, activation: 'relu', inputShape: [12] }), softmax()],
  });
  const { fit, start, end } = new Tracer({ x, y }).finish(model);
  expect([fit, start, end?.loss, end?.rows]).toEqual([null, null, null, ROWS]);
  expect(end?.layers.map(({ activation, gradient }) => [activation, gradient])).toEqual([
    ['relu', null],
    ['softmax', null],
  ]);
});

test('a layer that is dead, one that is saturated, and how far weights moved are told from the model itself', async () => {
  const bias = (value: number) => tf.initializers.constant({ value });
  const layers = [
    tf.layers.dense({ units: 4, activation: 'relu', biasInitializer: bias(-100), inputShape: [12] }),
    tf.layers.dense({ units: 4, activation: 'sigmoid', biasInitializer: bias(50) }),
    softmax(),
  ];
  const model = tf.sequential({ layers });
  model.compile({ optimizer: tf.train.sgd(0.1), loss: 'categoricalCrossentropy' });
  const tracer = new Tracer({ x, y });
  const [inputs, labels] = [tf.tensor2d(x.values, [ROWS, 12]), tf.oneHot(tf.tensor1d(y.values, 'int32'), 3)];
  tracer.onFit(innermost(model), inputs, labels, {}, false);
  const kernel = layers[2]!.getWeights()[0]!;
  layers[2]!.setWeights([kernel.mul(3), layers[2]!.getWeights()[1]!]);
  const [dead, saturated, last] = tracer.finish(model).end!.layers;
  expect([dead!.dead, dead!.gradient, saturated!.saturated, saturated!.dead]).toEqual([1, 0, 1, 0]);
  // The bias is zero, so the weights went from length L to 3 L: they moved by 2 L.
  expect([dead!.moved, last!.moved]).toEqual([0, 2]);
});
