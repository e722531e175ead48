import * as tf from '@tensorflow/tfjs';
import { random } from '../values.ts';
import { classifier, kernel } from '../training/fit.ts';
import { classes, numbers, type Case } from './trained.ts';

const L = tf.layers;
const relu = (units: number, seed: number) => L.dense({ units, activation: 'relu', ...kernel(seed) });
const apply = (layer: tf.layers.Layer, x: unknown) =>
  layer.apply(x as tf.SymbolicTensor) as tf.SymbolicTensor;
const chain = (x: tf.SymbolicTensor, ...layers: tf.layers.Layer[]) =>
  layers.reduce((at, layer) => apply(layer, at), x);

/** Models that are no chain: what a value is used for several times gets the sum of its gradients. */
export const GRAPHS: Record<string, Case> = {
  'a residual block': {
    make: () => {
      const x = tf.input({ shape: [8, 8, 3] });
      const wide = (seed: number) =>
        L.conv2d({ filters: 6, kernelSize: 3, padding: 'same', useBias: false, ...kernel(seed) });
      const start = chain(x, wide(1), L.reLU());
      const inner = chain(start, wide(2), L.batchNormalization(), L.reLU(), wide(3));
      const sum = chain(
        apply(L.add(), [inner, start]),
        L.reLU(),
        L.globalAveragePooling2d({}),
        classifier(3),
      );
      return tf.model({ inputs: x, outputs: sum });
    },
    inputs: [[8, 8, 3]],
    targets: classes(3),
    fit: { epochs: 5 },
  },
  'every way to merge, and one layer used twice': {
    make: () => {
      const [a, b] = [tf.input({ shape: [6] }), tf.input({ shape: [6] })];
      const shared = relu(5, 1);
      const [one, two] = [apply(shared, a), apply(shared, b)];
      const merged = [L.add(), L.multiply(), L.average(), L.concatenate()].map((layer) =>
        apply(layer, [one, two]),
      );
      const further = apply(relu(3, 4), two);
      const all = apply(L.concatenate(), [...merged, further]);
      return tf.model({ inputs: [a, b], outputs: chain(all, relu(7, 2), classifier(3)) });
    },
    inputs: [[6], [6]],
    targets: classes(3),
  },
  'images side by side': {
    make: () => {
      const x = tf.input({ shape: [6, 5, 2] });
      const conv = (filters: number, seed: number) =>
        apply(L.conv2d({ filters, kernelSize: 3, padding: 'same', ...kernel(seed) }), x);
      const [one, two] = [conv(3, 1), conv(3, 2)];
      const rows = apply(L.concatenate({ axis: 1 }), [one, two]);
      const columns = chain(apply(L.concatenate({ axis: 2 }), [one, two]), L.flatten());
      const both = apply(L.concatenate(), [chain(rows, L.flatten()), columns]);
      return tf.model({ inputs: x, outputs: chain(both, classifier(3)) });
    },
    inputs: [[6, 5, 2]],
    targets: classes(3),
    fit: { epochs: 4 },
  },
  'several inputs and outputs, one of them used further': {
    make: () => {
      const [a, b] = [tf.input({ shape: [6] }), tf.input({ shape: [4, 3] })];
      const joined = apply(L.concatenate(), [apply(relu(5, 1), a), chain(b, L.flatten(), relu(4, 2))]);
      const dropped = chain(joined, L.dropout({ rate: 0.2 }));
      const first = chain(dropped, L.dense({ name: 'first', units: 3, activation: 'softmax', ...kernel(3) }));
      const second = chain(
        apply(L.concatenate(), [first, dropped]),
        L.dropout({ rate: 0.3 }),
        L.dense({ name: 'second', units: 2, ...kernel(4) }),
      );
      return tf.model({ inputs: [a, b], outputs: [first, second] });
    },
    inputs: [[6], [4, 3]],
    targets: (rows) => [...classes(3)(rows), ...numbers([2])(rows)],
    compile: () => ({
      loss: { first: 'categoricalCrossentropy', second: 'meanSquaredError' } as never,
      metrics: { first: 'accuracy', second: 'mae' } as never,
    }),
    fit: { validationSplit: 0.2 },
  },
  'outputs with losses of tfjs, one frozen branch': {
    make: () => {
      const x = tf.input({ shape: [6] });
      const frozen = relu(5, 1);
      const start = apply(frozen, x);
      frozen.trainable = false;
      const outputs = [1, 2].map((units) =>
        chain(start, relu(4, 2 + units), L.dense({ name: `out${units}`, units, ...kernel(5 + units) })),
      );
      return tf.model({ inputs: x, outputs });
    },
    inputs: [[6]],
    targets: (rows) => [random([rows, 1], 1).abs(), random([rows, 2], 2).abs()],
    compile: () => ({ loss: ['logcosh', 'meanAbsoluteError'] as never, metrics: [] }),
    fit: { epochs: 4 },
  },
};
