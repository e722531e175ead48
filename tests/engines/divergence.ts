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
