import * as tf from '@tensorflow/tfjs';
import { classifier, kernel, sequential } from '../training/fit.ts';
import { classes, numbers, type Case } from './trained.ts';

const L = tf.layers;
const SHORT = { epochs: 4 } as const;
const seeded = (seed: number) => tf.initializers.glorotUniform({ seed });

/** Images, lines, normalisation and padding. A bias before a batch normalisation has no gradient but rounding, which Adam makes steps of. */
export const IMAGES: Record<string, Case> = {
  'a small CNN': {
    make: () =>
      sequential(
        L.conv2d({ filters: 8, kernelSize: 3, activation: 'relu', inputShape: [12, 12, 1], ...kernel(1) }),
        L.maxPooling2d({ poolSize: 2 }),
        L.conv2d({ filters: 16, kernelSize: 3, activation: 'relu', ...kernel(2) }),
        L.flatten(),
        L.dropout({ rate: 0.25 }),
        classifier(4),
      ),
    inputs: [[12, 12, 1]],
    targets: classes(4),
  },
  'strides, same padding, both pools, RMSprop': {
    make: () =>
      sequential(
        L.conv2d({
          filters: 6,
          kernelSize: 3,
          strides: 2,
          padding: 'same',
          activation: 'tanh',
          inputShape: [11, 9, 3],
          ...kernel(1),
        }),
        L.averagePooling2d({ poolSize: 2 }),
        L.conv2d({ filters: 5, kernelSize: 2, padding: 'same', activation: 'relu', ...kernel(2) }),
        L.maxPooling2d({ poolSize: 2, padding: 'same' }),
        L.flatten(),
        classifier(3),
      ),
    inputs: [[11, 9, 3]],
    targets: classes(3),
    compile: () => ({ optimizer: tf.train.rmsprop(0.003) }),
  },
  'convolutions over lines': {
    make: () =>
      sequential(
        L.conv1d({
          filters: 6,
          kernelSize: 3,
          padding: 'same',
          activation: 'relu',
          inputShape: [14, 3],
          ...kernel(1),
        }),
        L.maxPooling1d({ poolSize: 2 }),
        L.conv1d({ filters: 5, kernelSize: 2, strides: 2, useBias: false, ...kernel(2) }),
        L.averagePooling1d({ poolSize: 2, padding: 'same' }),
        L.globalAveragePooling1d(),
        classifier(3),
      ),
    inputs: [[14, 3]],
    targets: classes(3),
  },
  'batch normalisation': {
    make: () =>
      sequential(
        L.conv2d({ filters: 4, kernelSize: 3, useBias: false, inputShape: [7, 7, 2], ...kernel(1) }),
        L.batchNormalization({ momentum: 0.9 }),
        L.reLU(),
        L.globalAveragePooling2d({}),
        L.dense({ units: 8, useBias: false, ...kernel(2) }),
        L.batchNormalization(),
        L.activation({ activation: 'tanh' }),
        classifier(3),
      ),
    inputs: [[7, 7, 2]],
    targets: classes(3),
    fit: { validationSplit: 0.2 },
  },
  'batch normalisation, frozen': {
    make: () => {
      const frozen = L.batchNormalization();
      const model = sequential(
        L.dense({ units: 8, useBias: false, inputShape: [6], ...kernel(1) }),
        frozen,
        classifier(3),
      );
      frozen.trainable = false;
      return model;
    },
    inputs: [[6]],
    targets: classes(3),
    fit: SHORT,
  },
  'layer normalisation': {
    make: () =>
      sequential(
        L.dense({ units: 8, inputShape: [3, 6], ...kernel(1) }),
        L.layerNormalization(),
        L.activation({ activation: 'elu' }),
        L.layerNormalization({ epsilon: 0.01 }),
        L.flatten(),
        classifier(3),
      ),
    inputs: [[3, 6]],
    targets: classes(3),
  },
  'depthwise and separable convolutions': {
    make: () =>
      sequential(
        L.zeroPadding2d({
          padding: [
            [1, 0],
            [2, 1],
          ],
          inputShape: [8, 7, 3],
        }),
        L.depthwiseConv2d({
          kernelSize: 3,
          depthMultiplier: 2,
          activation: 'relu',
          depthwiseInitializer: seeded(1),
        }),
        L.separableConv2d({
          filters: 5,
          kernelSize: 3,
          strides: 2,
          padding: 'same',
          activation: 'sigmoid',
          depthwiseInitializer: seeded(2),
          pointwiseInitializer: seeded(3),
        }),
        L.globalMaxPooling2d({}),
        classifier(3),
      ),
    inputs: [[8, 7, 3]],
    targets: classes(3),
  },
  embedding: {
    make: () =>
      sequential(
        L.embedding({ inputDim: 30, outputDim: 5, inputLength: 6, embeddingsInitializer: seeded(1) }),
        L.globalAveragePooling1d(),
        L.dense({ units: 8, activation: 'relu', ...kernel(2) }),
        classifier(3),
      ),
    inputs: [[6]],
    words: 30,
    targets: classes(3),
  },
  'the greatest of words that occur twice': {
    make: () =>
      sequential(
        L.embedding({ inputDim: 4, outputDim: 5, inputLength: 6, embeddingsInitializer: seeded(1) }),
        L.globalMaxPooling1d({}),
        classifier(3),
      ),
    inputs: [[6]],
    words: 4,
    targets: classes(3),
    compile: () => ({ optimizer: tf.train.sgd(0.5) }),
    fit: SHORT,
  },
  'a class for each step': {
    make: () =>
      sequential(
        L.conv1d({
          filters: 6,
          kernelSize: 3,
          padding: 'same',
          activation: 'relu',
          inputShape: [9, 3],
          ...kernel(1),
        }),
        L.dense({ units: 4, activation: 'softmax', ...kernel(2) }),
      ),
    inputs: [[9, 3]],
    targets: classes(4, [9]),
    fit: SHORT,
  },
  autoencoder: {
    make: () =>
      sequential(
        L.flatten({ inputShape: [6, 6, 1] }),
        L.dense({ units: 5, activation: 'relu', ...kernel(1) }),
        L.dense({ units: 36, activation: 'sigmoid', ...kernel(2) }),
        L.reshape({ targetShape: [6, 6, -1] }),
      ),
    inputs: [[6, 6, 1]],
    targets: (rows) => numbers([6, 6, 1])(rows).map((each) => each.abs()),
    compile: () => ({ loss: 'meanSquaredError', metrics: [] }),
    fit: SHORT,
  },
};
