import * as tf from '@tensorflow/tfjs';
import { classifier, kernel, recurrent, sequential } from '../training/fit.ts';
import { classes, type Case } from './trained.ts';

const L = tf.layers;
const LAST = { inputs: [[6, 3]], targets: classes(3) };
const inputShape = [6, 3];

/** Recurrent layers in every arrangement that is compiled. */
export const RECURRENT: Record<string, Case> = {
  LSTM: { ...LAST, make: () => sequential(L.lstm({ units: 8, inputShape, ...recurrent(1) }), classifier(3)) },
  GRU: { ...LAST, make: () => sequential(L.gru({ units: 8, inputShape, ...recurrent(1) }), classifier(3)) },
  'simple RNN': {
    ...LAST,
    make: () => sequential(L.simpleRNN({ units: 8, inputShape, ...recurrent(1) }), classifier(3)),
  },
  'LSTM with sigmoid gates under a GRU that goes backwards': {
    ...LAST,
    make: () =>
      sequential(
        L.lstm({
          units: 9,
          returnSequences: true,
          recurrentActivation: 'sigmoid',
          inputShape,
          ...recurrent(1),
        }),
        L.gru({ units: 10, goBackwards: true, ...recurrent(2) }),
        classifier(3),
      ),
  },
  'LSTM with dropout': {
    ...LAST,
    make: () =>
      sequential(
        L.lstm({ units: 7, dropout: 0.3, recurrentDropout: 0.2, inputShape, ...recurrent(1) }),
        classifier(3),
      ),
  },
  'words through an LSTM': {
    make: () =>
      sequential(
        L.embedding({ inputDim: 20, outputDim: 4, inputLength: 5, ...embedded(3) }),
        L.lstm({ units: 6, ...recurrent(1) }),
        classifier(3),
      ),
    inputs: [[5]],
    words: 20,
    targets: classes(3),
  },
  ...both('concat', true),
  ...both('sum', false),
  ...both('ave', true),
  'a sequence from a sequence, by its last states': {
    make: () => {
      const [from, to] = [tf.input({ shape: [5, 3] }), tf.input({ shape: [4, 3] })];
      const encoder = L.lstm({ units: 7, returnState: true, ...recurrent(1) });
      const [, h, c] = encoder.apply(from) as tf.SymbolicTensor[];
      const decoder = L.lstm({ units: 7, returnSequences: true, ...recurrent(2) });
      const steps = decoder.apply(to, { initialState: [h!, c!] }) as tf.SymbolicTensor;
      const outputs = L.dense({ units: 4, activation: 'softmax', ...kernel(5) }).apply(steps);
      return tf.model({ inputs: [from, to], outputs: outputs as tf.SymbolicTensor });
    },
    inputs: [
      [5, 3],
      [4, 3],
    ],
    targets: classes(4, [4]),
  },
};

function embedded(seed: number) {
  return { embeddingsInitializer: tf.initializers.glorotUniform({ seed }) };
}

function both(mergeMode: 'concat' | 'sum' | 'ave', returnSequences: boolean): Record<string, Case> {
  const make = () =>
    sequential(
      L.dense({ units: 4, inputShape, ...kernel(7) }),
      L.bidirectional({
        layer: L.lstm({ units: 5, returnSequences, ...recurrent(1) }) as tf.RNN,
        mergeMode,
      }),
      ...(returnSequences ? [L.flatten()] : []),
      classifier(3),
    );
  return { [`both directions, ${mergeMode}`]: { ...LAST, make, fit: { epochs: 4 } } };
}
