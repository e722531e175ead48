import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { restoreBestWeights } from '#graders/box/early-stopping.ts';
import { checkEmbeddingIds } from '#graders/box/embedding-ids.ts';
import { refuseKnownDefects } from '#graders/box/known-defects.ts';
import { checkRates } from '#graders/box/rates.ts';
import { recordTraining, type EpochReport } from '#graders/box/recorder.ts';
import { acceptWholeLabels } from '#graders/box/sparse-labels.ts';
import { startHere } from '#graders/engines/testing/start-here.ts';
import { pathsTaken } from '#graders/engines/wasm/step/plain-path.ts';
import { kernel, sequential } from '../training/fit.ts';
import { random } from '../values.ts';
import { bothPaths, worstOf, type Training } from './both-paths.ts';

const L = tf.layers;
const ROWS = 90;

/** A box puts all of this around tfjs. */
beforeAll(async () => {
  await startHere('wasm');
  acceptWholeLabels();
  checkEmbeddingIds();
  checkRates();
  restoreBestWeights();
  refuseKnownDefects();
});

const words = () =>
  sequential(
    L.embedding({ inputDim: 12, outputDim: 4, inputLength: 5 }),
    L.flatten(),
    L.dropout({ rate: 0.2 }),
    L.dense({ units: 3, activation: 'softmax', ...kernel(2) }),
  );
const ids = (most: number) => random([ROWS, 5], 4).abs().mul(most).floor().toInt();

/** Numbers of a record, in order. */
function numbersIn(value: unknown, found: number[] = []): number[] {
  if (typeof value === 'number') found.push(value);
  else if (value && typeof value === 'object') Object.values(value).forEach((each) => numbersIn(each, found));
  return found;
}

const recorded: Training = async (on) => {
  const x = ids(12);
  // The first word decides.
  const labels = x.slice([0, 0], [ROWS, 1]).flatten().mod(3).toInt();
  const reports: EpochReport[] = [];
  const given = { values: x.dataSync() as Int32Array, shape: x.shape };
  const y = { values: labels.dataSync() as Int32Array, shape: labels.shape };
  const recorder = recordTraining((epoch) => reports.push(epoch)).begin({
    epochsMax: 100,
    given: { x: given, y },
  });
  const model = on(words());
  model.compile({
    optimizer: tf.train.adam(0.02),
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['accuracy'],
  });
  const callbacks = tf.callbacks.earlyStopping({
    monitor: 'val_loss',
    patience: 2,
    restoreBestWeights: true,
  });
  await model.fit(x, labels, { epochs: 20, batchSize: 16, verbose: 0, validationSplit: 0.3, callbacks });
  const weights = model.getWeights().map((each) => each.dataSync());
  return {
    epochs: numbersIn(reports),
    record: numbersIn(recorder.record(model)),
    ...Object.fromEntries(weights.map((each, i) => [`weight ${i}`, each])),
  };
};

test('epochs, statistics, early stopping with restored weights and whole labels are those of the plain path', async () => {
  const both = await bothPaths(7, recorded);
  expect(both.compiled['epochs']!.length).toBeGreaterThan(6 * 4);
  const [worst, where] = worstOf(both);
  expect(worst, where).toBeLessThan(1e-4);
  expect(pathsTaken()).toContainEqual({ call: 'fit', why: null });
});

test('a number outside of an embedding is refused in the words of the box', async () => {
  const model = words();
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
  const y = tf.oneHot(random([ROWS, 3], 5).argMax(-1) as tf.Tensor1D, 3).toFloat();
  const call = /has inputDim 12, the data hold 1[2-9]/;
  await expect(model.fit(ids(20), y, { epochs: 1, verbose: 0 })).rejects.toThrow(call);
  expect(() => model.predict(ids(20))).toThrow(call);
});
