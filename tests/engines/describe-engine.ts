import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ENGINES } from '#graders/engines/engines.ts';
import { startHere } from '#graders/engines/testing/start-here.ts';
import type { EngineId } from '#lib/core/engines.ts';
import { mulberry32 } from '#lib/core/rng.ts';
import { defectOf } from './defects.ts';
import { bitsOfFreshProcess, trainedBits, WASM_BITS_OF_SEED_7 } from './determinism.ts';
import { DIVERGENCE, KEEPS_NAN, ofNaN } from './divergence.ts';
import { ARRAYS, MORE } from './gradients/arrays.ts';
import { checkGradient } from './gradients/check.ts';
import { IMAGES, NEGATIVE_POOLS } from './gradients/images.ts';
import { checkActivation, checkLayer, checkLoss, checkOptimizer } from './keras/check.ts';
import { FIXTURES } from './keras/fixtures.ts';
import { heldOver, LEAK_MODELS } from './leaks.ts';
import { OPERATIONS } from './operations.ts';
import { TRAININGS } from './training/cases.ts';
import { expectClose } from './values.ts';

/** Trainings amplify rounding; the widest seen between engines is 3e-4, with batch normalisation of few rows. */
const TRAINING_TOLERANCE = 2e-3;
const EXPECTED = JSON.parse(
  readFileSync(join(import.meta.dirname, 'training/fixtures.json'), 'utf8'),
) as Record<string, number[]>;

/** The contract of an engine. One engine to a process: what tfjs registers stays registered. */
export function describeEngine(id: EngineId): void {
  const located = ENGINES[id].locate();
  const title = located.ok ? `engine ${id}` : `engine ${id} (${located.why})`;
  describe.skipIf(!located.ok)(title, () => {
    const { random } = Math;
    beforeAll(() => startHere(id));
    beforeEach(() => {
      Math.random = mulberry32(1);
    });
    afterAll(() => {
      Math.random = random;
    });
    const check = <T>(
      group: string,
      cases: [name: string, given: T][],
      run: (given: T, name: string) => unknown,
    ) =>
      describe(group, () => {
        for (const [name, given] of cases) {
          const defect = defectOf(id, name);
          if (defect) test.skip(`${name}: ${defect}`);
          else test(name, async () => void (await run(given, name)));
        }
      });
    const gradients = [...IMAGES, ...ARRAYS, ...MORE, ...NEGATIVE_POOLS];
    check('trains', Object.entries(TRAININGS), async (run, name) =>
      expectClose(await run(), EXPECTED[name]!, TRAINING_TOLERANCE),
    );
    check('shows that a training diverged', Object.entries(DIVERGENCE), async (run) =>
      expect((await run()).at(-1)).toBeNaN(),
    );
    describe.runIf(id === 'wasm' || id === 'wasm-blas')('keeps what is not a number', () => {
      test.each(Object.entries(KEEPS_NAN))('through %s', (_, f) => {
        for (const value of ofNaN(f)) expect(value).toBeNaN();
      });
    });
    check(
      'gives the gradient of',
      gradients.map((each) => [each.name, each]),
      checkGradient,
    );
    check(
      'computes',
      OPERATIONS.map((each) => [each.name, each]),
      async ({ run, expected }) => expectClose((await run()).dataSync(), expected, 1e-5),
    );
    check(
      'agrees with Keras on the layer',
      FIXTURES.layers.map((each) => [each.name, each]),
      checkLayer,
    );
    check('agrees with Keras on the activation', Object.entries(FIXTURES.activations), (expected, name) =>
      checkActivation(name, expected),
    );
    check('agrees with Keras on the loss', Object.entries(FIXTURES.losses), (expected, name) =>
      checkLoss(name, expected),
    );
    check('agrees with Keras on the optimizer', Object.entries(FIXTURES.optimizers), (expected, name) =>
      checkOptimizer(name, expected),
    );
    describe('holds nothing back', () => {
      test.each(Object.keys(LEAK_MODELS))('after training, %s', async (name) => {
        const { early, late } = await heldOver(name);
        expect(late).toEqual(early);
      });
      test('after any gradient', () => {
        for (const { f, shape, name } of gradients.filter((each) => !defectOf(id, each.name))) {
          const x = tf.ones(shape);
          const before = tf.engine().backend.numDataIds();
          tf.tidy(() => void tf.grad((each) => f(each).sum())(x));
          expect([name, tf.engine().backend.numDataIds()]).toEqual([name, before]);
          x.dispose();
        }
      });
    });
    describe('repeats itself bit by bit', () => {
      test('with the same seed, here and in a fresh process; not with another', async () => {
        const first = await trainedBits(7);
        expect(await trainedBits(7)).toBe(first);
        expect(await bitsOfFreshProcess(id, 7)).toBe(first);
        expect(await trainedBits(8)).not.toBe(first);
      }, 60_000);
      test.runIf(id === 'wasm')('on every machine', async () => {
        const kernels = process.env['DERIN_PLAIN'] === '1' ? 'plain' : 'fast';
        expect(await trainedBits(7)).toBe(WASM_BITS_OF_SEED_7[kernels]);
      });
    });
  });
}
