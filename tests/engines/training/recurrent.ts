import * as tf from '@tensorflow/tfjs';
import { classifier, fit, kernel, recurrent, sequential, type TrainingCase } from './fit.ts';

const L = tf.layers;
const steps = { shape: [6, 3], classes: 3 };
const words = { shape: [8], classes: 4, whole: true };
const inputShape = steps.shape;

/** Known to the cell, missing in its type. */
const BEFORE: object = { resetAfter: false };

function sentence(maskZero: boolean): Promise<number[]> {
  const embeddingsInitializer = tf.initializers.randomUniform({ minval: -0.05, maxval: 0.05, seed: 5 });
  const embedding = L.embedding({
    inputDim: 50,
    outputDim: 8,
    inputLength: 8,
    maskZero,
    embeddingsInitializer,
  });
  return fit(sequential(embedding, L.lstm({ units: 8, ...recurrent(1) }), classifier(4)), words);
}

export const RECURRENT: Record<string, TrainingCase> = {
  lstm: () => fit(sequential(L.lstm({ units: 8, inputShape, ...recurrent(1) }), classifier(3)), steps),
  gru: () => fit(sequential(L.gru({ units: 8, inputShape, ...recurrent(1) }), classifier(3)), steps),
  simpleRNN: () =>
    fit(sequential(L.simpleRNN({ units: 8, inputShape, ...recurrent(1) }), classifier(3)), steps),
  'gru, reset before the product': () =>
    fit(sequential(L.gru({ units: 8, inputShape, ...BEFORE, ...recurrent(1) }), classifier(3)), steps),
  'lstm with orthogonal start': () => fit(sequential(L.lstm({ units: 8, inputShape }), classifier(3)), steps),
  bidirectional: () =>
    fit(
      sequential(
        L.bidirectional({ layer: L.lstm({ units: 8, ...recurrent(1) }), inputShape, mergeMode: 'concat' }),
        classifier(3),
      ),
      steps,
    ),
  'stacked, with sequences between': () =>
    fit(
      sequential(
        L.lstm({ units: 8, returnSequences: true, inputShape, ...recurrent(1) }),
        L.gru({ units: 8, ...recurrent(2) }),
        classifier(3),
      ),
      steps,
    ),
  timeDistributed: () =>
    fit(
      sequential(
        L.timeDistributed({ layer: L.dense({ units: 5, ...kernel(1) }), inputShape }),
        L.flatten(),
        classifier(3),
      ),
      steps,
    ),
  embedding: () => sentence(false),
  'embedding with mask': () => sentence(true),
  convLstm2d: () =>
    fit(
      sequential(
        L.convLstm2d({
          filters: 2,
          kernelSize: 2,
          inputShape: [3, 6, 6, 1],
          ...recurrent(1),
        }) as tf.layers.Layer,
        L.flatten(),
        classifier(3),
      ),
      { shape: [3, 6, 6, 1], classes: 3 },
    ),
  attention: () => {
    const input = tf.input({ shape: [6, 8] });
    const project = (seed: number) =>
      L.dense({ units: 8, ...kernel(seed) }).apply(input) as tf.SymbolicTensor;
    const scores = L.dot({ axes: [2, 2] }).apply([project(1), project(2)]);
    const weights = L.softmax({ axis: -1 }).apply(scores) as tf.SymbolicTensor;
    const mixed = L.dot({ axes: [2, 1] }).apply([weights, input]);
    const flat = L.flatten().apply(L.permute({ dims: [2, 1] }).apply(mixed));
    const outputs = classifier(3).apply(flat) as tf.SymbolicTensor;
    return fit(tf.model({ inputs: input, outputs }), { shape: [6, 8], classes: 3 });
  },
};
