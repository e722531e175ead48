import * as tf from '@tensorflow/tfjs';
import { classifier, fit, kernel, sequential, type TrainingCase } from './fit.ts';

const L = tf.layers;
const small = { shape: [8, 8, 1], classes: 3 };
const colour = { shape: [12, 12, 3], classes: 3 };
const series = { shape: [10, 3], classes: 4 };

type Conv = Partial<Parameters<typeof L.conv2d>[0]> & { filters: number };
const conv = (seed: number, args: Conv) => L.conv2d({ kernelSize: 3, ...kernel(seed), ...args });
const end = () => [L.flatten(), classifier(3)];

export const CONVOLUTION: Record<string, TrainingCase> = {
  cnn: () =>
    fit(
      sequential(
        conv(1, { filters: 8, activation: 'relu', inputShape: [14, 14, 1] }),
        L.maxPooling2d({ poolSize: 2 }),
        conv(2, { filters: 16, activation: 'relu' }),
        L.maxPooling2d({ poolSize: 2 }),
        L.flatten(),
        classifier(10),
      ),
      { shape: [14, 14, 1], classes: 10 },
    ),
  conv1d: () =>
    fit(
      sequential(
        L.conv1d({ filters: 8, kernelSize: 3, activation: 'relu', inputShape: [16, 4], ...kernel(1) }),
        L.maxPooling1d({ poolSize: 2 }),
        L.conv1d({ filters: 16, kernelSize: 3, padding: 'same', activation: 'relu', ...kernel(2) }),
        L.globalMaxPooling1d(),
        classifier(4),
      ),
      { shape: [16, 4], classes: 4 },
    ),
  'batchNormalization of images': () =>
    fit(
      sequential(
        conv(1, { filters: 4, inputShape: small.shape }),
        L.batchNormalization(),
        L.reLU(),
        L.globalAveragePooling2d({}),
        classifier(3),
      ),
      small,
    ),
  spatialDropout1d: () =>
    fit(
      sequential(
        L.conv1d({ filters: 4, kernelSize: 3, inputShape: series.shape, ...kernel(1) }),
        L.spatialDropout1d({ rate: 0.3, seed: 3 }),
        L.globalAveragePooling1d(),
        classifier(4),
      ),
      series,
    ),
  'strided convolution and average pooling': () =>
    fit(
      sequential(
        conv(1, { filters: 4, strides: 2, padding: 'same', activation: 'relu', inputShape: colour.shape }),
        L.averagePooling2d({ poolSize: 2 }),
        ...end(),
      ),
      colour,
    ),
  'average pooling with padding': () =>
    fit(
      sequential(
        conv(1, { filters: 4, inputShape: colour.shape }),
        L.averagePooling2d({ poolSize: 3, strides: 2, padding: 'same' }),
        ...end(),
      ),
      colour,
    ),
  'dilated convolution': () =>
    fit(
      sequential(
        conv(1, { filters: 4, dilationRate: 2, activation: 'relu', inputShape: colour.shape }),
        ...end(),
      ),
      colour,
    ),
  depthwiseConv2d: () =>
    fit(
      sequential(
        conv(1, { filters: 4, inputShape: small.shape }),
        L.depthwiseConv2d({
          kernelSize: 3,
          depthwiseInitializer: tf.initializers.glorotUniform({ seed: 2 }),
        }),
        ...end(),
      ),
      small,
    ),
  separableConv2d: () =>
    fit(
      sequential(
        conv(1, { filters: 4, inputShape: small.shape }),
        L.separableConv2d({
          filters: 6,
          kernelSize: 3,
          depthwiseInitializer: tf.initializers.glorotUniform({ seed: 2 }),
          pointwiseInitializer: tf.initializers.glorotUniform({ seed: 4 }),
        }),
        ...end(),
      ),
      small,
    ),
  conv2dTranspose: () =>
    fit(
      sequential(
        conv(1, { filters: 4, strides: 2, padding: 'same', inputShape: small.shape }),
        L.conv2dTranspose({ filters: 3, kernelSize: 3, strides: 2, padding: 'same', ...kernel(2) }),
        ...end(),
      ),
      small,
    ),
  upSampling2d: () =>
    fit(
      sequential(
        conv(1, { filters: 4, padding: 'same', inputShape: small.shape }),
        L.maxPooling2d({ poolSize: 2 }),
        L.upSampling2d({ size: [2, 2] }),
        ...end(),
      ),
      small,
    ),
  conv3d: () =>
    fit(
      sequential(
        L.conv3d({ filters: 2, kernelSize: 2, inputShape: [5, 5, 5, 1], ...kernel(1) }),
        L.maxPooling3d({ poolSize: 2 }),
        ...end(),
      ),
      { shape: [5, 5, 5, 1], classes: 3 },
    ),
  'residual block': () => {
    const input = tf.input({ shape: [8, 8, 4] });
    const branch = conv(1, { filters: 4, padding: 'same', activation: 'relu' }).apply(
      input,
    ) as tf.SymbolicTensor;
    const sum = L.add().apply([branch, input]) as tf.SymbolicTensor;
    const both = L.concatenate().apply([sum, input]);
    const outputs = classifier(3).apply(L.globalAveragePooling2d({}).apply(both)) as tf.SymbolicTensor;
    return fit(tf.model({ inputs: input, outputs }), { shape: [8, 8, 4], classes: 3 });
  },
};
