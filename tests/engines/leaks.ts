import * as tf from '@tensorflow/tfjs';
import { classifier, data, kernel, recurrent, sequential } from './training/fit.ts';

const L = tf.layers;

/** Models that between them use the kernels of this project and of OpenBLAS. */
export const LEAK_MODELS: Record<string, { shape: number[]; whole?: boolean; make: () => tf.LayersModel }> = {
  dense: {
    shape: [10],
    make: () =>
      sequential(
        L.dense({ units: 8, activation: 'relu', inputShape: [10], ...kernel(1) }),
        L.batchNormalization(),
        L.dropout({ rate: 0.2 }),
        classifier(3),
      ),
  },
  convolution: {
    shape: [8, 8, 2],
    make: () =>
      sequential(
        L.conv2d({
          filters: 4,
          kernelSize: 3,
          padding: 'same',
          activation: 'relu',
          inputShape: [8, 8, 2],
          ...kernel(1),
        }),
        L.maxPooling2d({ poolSize: 2 }),
        L.conv2d({ filters: 4, kernelSize: 2, strides: 2, ...kernel(2) }),
        L.averagePooling2d({ poolSize: 2 }),
        L.flatten(),
        classifier(3),
      ),
  },
  'depthwise and transposed': {
    shape: [6, 6, 2],
    make: () =>
      sequential(
        L.depthwiseConv2d({ kernelSize: 3, inputShape: [6, 6, 2] }),
        L.conv2dTranspose({ filters: 2, kernelSize: 2, strides: 2, ...kernel(1) }),
        L.flatten(),
        classifier(3),
      ),
  },
  recurrent: {
    shape: [5],
    whole: true,
    make: () =>
      sequential(
        L.embedding({ inputDim: 50, outputDim: 4, inputLength: 5 }),
        L.lstm({ units: 4, ...recurrent(1) }),
        classifier(3),
      ),
  },
};

type Backend = {
  wasm?: { HEAPU8: Uint8Array };
  binding?: { getNumOfTensors(): number };
  numDataIds(): number;
};

/** What is held: tensors as tfjs counts them, as the backend does, and for wasm the memory that its kernels take for themselves. */
function held() {
  const backend = tf.backend() as unknown as Backend;
  return {
    tensors: tf.memory().numTensors,
    buffers: backend.numDataIds(),
    native: backend.binding?.getNumOfTensors() ?? 0,
    heap: backend.wasm?.HEAPU8.length ?? 0,
  };
}

/** Trains, evaluates and predicts a few times; gives what was held after the first rounds and after the last. */
export async function heldOver(name: string, rounds = 8) {
  const { shape, whole = false, make } = LEAK_MODELS[name]!;
  const { x, y } = data({ shape, classes: 3, whole });
  const after: ReturnType<typeof held>[] = [];
  for (let round = 0; round < rounds; round++) {
    const model = make();
    model.compile({ optimizer: tf.train.adam(0.01), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
    await model.fit(x, y, { epochs: 2, batchSize: 8, verbose: 0 });
    tf.dispose([model.evaluate(x, y), model.predict(x)]);
    model.optimizer.dispose();
    model.dispose();
    after.push(held());
  }
  tf.dispose([x, y]);
  return { early: after[2]!, late: after.at(-1)! };
}
