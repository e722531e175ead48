import * as tf from '@tensorflow/tfjs';
import { classifier, fit, kernel, sequential, type TrainingCase } from './training/fit.ts';

const L = tf.layers;
const wild = () => ({ optimizer: tf.train.sgd(1e25) });

/** Trainings whose step is far too large. Their loss must not look finite: a number there would be read as a result. */
export const DIVERGENCE: Record<string, TrainingCase> = {
  'a dense network': () =>
    fit(
      sequential(L.dense({ units: 8, activation: 'relu', inputShape: [10], ...kernel(1) }), classifier(3)),
      {
        shape: [10],
        classes: 3,
        compile: wild(),
      },
    ),
  'a convolutional network': () =>
    fit(
      sequential(
        L.conv2d({ filters: 4, kernelSize: 3, activation: 'relu', inputShape: [8, 8, 1], ...kernel(1) }),
        L.averagePooling2d({ poolSize: 2 }),
        L.flatten(),
        classifier(3),
      ),
      { shape: [8, 8, 1], classes: 3, compile: wild() },
    ),
  'a network of convolutions alone': () =>
    fit(
      sequential(
        L.conv2d({ filters: 4, kernelSize: 3, activation: 'relu', inputShape: [8, 8, 1], ...kernel(1) }),
        L.depthwiseConv2d({ kernelSize: 3, activation: 'relu' }),
        L.conv2d({ filters: 3, kernelSize: 4, activation: 'sigmoid', ...kernel(2) }),
        L.flatten(),
      ),
      { shape: [8, 8, 1], classes: 3, compile: { ...wild(), loss: 'binaryCrossentropy' } },
    ),
};

const image = (x: tf.Tensor): tf.Tensor4D => x.as4D(1, 4, 8, 1);
const one = () => tf.ones([32]);

/** Functions that must give NaN for NaN, which has two signs: that of ∞ − ∞ is the other one than that of a literal on most processors. */
export const KEEPS_NAN: Record<string, (x: tf.Tensor) => tf.Tensor> = {
  relu: (x) => tf.relu(x),
  relu6: (x) => tf.relu6(x),
  elu: (x) => tf.elu(x),
  leakyRelu: (x) => tf.leakyRelu(x),
  sigmoid: (x) => tf.sigmoid(x),
  softmax: (x) => tf.softmax(x),
  'maximum, first': (x) => tf.maximum(x, one()),
  'maximum, second': (x) => tf.maximum(one(), x),
  'minimum, first': (x) => tf.minimum(x, one()),
  'minimum, second': (x) => tf.minimum(one(), x),
  'maximum of broadcast values': (x) => tf.maximum(0, x),
  max: (x) => tf.max(x),
  maxPool: (x) => tf.maxPool(image(x), 2, 2, 'valid'),
  avgPool: (x) => tf.avgPool(image(x), 2, 2, 'valid'),
  clipByValue: (x) => tf.clipByValue(x, 0, 1),
  'a product with relu': (x) =>
    tf.fused.matMul({ a: x.as2D(1, 32), b: tf.ones([32, 9]), activation: 'relu' }),
  'a convolution with relu': (x) =>
    tf.fused.conv2d({
      x: image(x),
      filter: tf.ones([2, 2, 1, 9]),
      strides: 1,
      pad: 'same',
      activation: 'relu',
    }),
  'a convolution with a filter of it': (x) => tf.conv2d(image(one()), x.as4D(2, 2, 1, 8), 1, 'same'),
  'a depthwise convolution': (x) =>
    tf.depthwiseConv2d(image(x), tf.ones([2, 2, 1, 1]) as tf.Tensor4D, 1, 'same'),
};
const NAN_OF_EACH_SIGN = [0x7fc00000, 0xffc00000];

/** What a function makes of 32 NaN of each sign. */
export const ofNaN = (f: (x: tf.Tensor) => tf.Tensor): number[] =>
  NAN_OF_EACH_SIGN.flatMap((bits) => {
    const x = tf.tensor(new Float32Array(new Uint32Array(32).fill(bits).buffer));
    return [...tf.tidy(() => f(x)).dataSync()];
  });
