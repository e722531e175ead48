import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { startHere } from '#graders/engines/testing/start-here.ts';
import { pathsTaken } from '#graders/engines/wasm/step/plain-path.ts';
import { LEAK_MODELS } from '../leaks.ts';
import { data } from '../training/fit.ts';
import { bothPaths, worstOf } from './both-paths.ts';
import { MEANING } from './meaning.ts';

beforeAll(() => startHere('wasm'));

describe('around a compiled fit everything is as it is around that of tfjs', () => {
  for (const [name, training] of Object.entries(MEANING))
    test(name, async () => {
      const [worst, where] = worstOf(await bothPaths(3, training));
      expect(worst, where).toBeLessThan(1e-4);
    });
});

test('steps leave nothing in memory', async () => {
  const { make, shape } = LEAK_MODELS['dense']!;
  const model = make();
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const { x, y } = data({ shape, classes: 3, rows: 200 });
  const round = async () => {
    await model.fit(x, y, { epochs: 20, batchSize: 8, verbose: 0, validationSplit: 0.2 });
    tf.dispose([model.evaluate(x, y), model.predict(x)]);
    const backend = tf.backend() as unknown as { numDataIds(): number; wasm: { HEAPU8: Uint8Array } };
    return [tf.memory().numTensors, backend.numDataIds(), backend.wasm.HEAPU8.length];
  };
  await round();
  const before = await round();
  for (let i = 0; i < 5; i++) await round();
  expect(await round()).toEqual(before);
  expect(pathsTaken()).toContainEqual({ call: 'fit', why: null });
});

test('only what cannot be compiled took the plain path', () => {
  const refused = new Set(pathsTaken().flatMap(({ why }) => (why ? [why] : [])));
  expect([...refused].toSorted()).toEqual([
    'Dense with its own call',
    'an optimizer with its own minimize',
    'inside of a gradient',
  ]);
});
