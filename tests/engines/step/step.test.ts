import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { startHere } from '#graders/engines/testing/start-here.ts';
import { pathsTaken } from '#graders/engines/wasm/step/plain-path.ts';
import { random } from '../values.ts';
import { bothPaths, deviation, worstOf } from './both-paths.ts';
import { CASES } from './cases.ts';
import { GRAPHS } from './cases-graphs.ts';
import { IMAGES } from './cases-images.ts';
import { RECURRENT } from './cases-recurrent.ts';
import { trainCase } from './trained.ts';

/** Fifty steps amplify the rounding of one; the widest seen is 3e-5, in weights that hardly move. */
const TOLERANCE = 1e-4;

beforeAll(() => startHere('wasm'));

describe('a compiled step trains as tfjs does', () => {
  for (const [name, given] of Object.entries({ ...CASES, ...IMAGES, ...GRAPHS, ...RECURRENT }))
    test(name, async () => {
      const [worst, where] = worstOf(await bothPaths(11, trainCase(given)));
      expect(worst, where).toBeLessThan(TOLERANCE);
    });
});

test('a model that was never compiled, as one rebuilt to be graded, predicts more rows than a batch', () => {
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4] })] });
  const x = random([70, 4], 5);
  const predict = (batchSize: number) => (model.predict(x, { batchSize }) as tf.Tensor).dataSync();
  expect(deviation(predict(70), predict(32))).toBeLessThan(TOLERANCE);
});

test('all of them ran compiled', () => {
  const refused = pathsTaken().filter(({ why }) => why && !why.endsWith('with its own call'));
  expect(refused).toEqual([]);
});
