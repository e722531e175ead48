import { beforeAll, expect, test } from 'vitest';
import { startHere } from '#graders/engines/testing/start-here.ts';
import { pathsTaken } from '#graders/engines/wasm/step/plain-path.ts';
import { mulberry32 } from '#lib/core/rng.ts';
import { deviating } from './both-paths.ts';
import { Choices, randomCase } from './random-model.ts';
import { trainCase } from './trained.ts';

/** `DERIN_RANDOM_MODELS=2000` tries so many, from the seed `DERIN_RANDOM_SEED` on. */
const COUNT = Number(process.env['DERIN_RANDOM_MODELS'] ?? 60);
const FIRST = Number(process.env['DERIN_RANDOM_SEED'] ?? 1);
const TOLERANCE = 1e-3;

beforeAll(() => startHere('wasm'));

test(`${COUNT} random models train as tfjs trains them`, { timeout: 60_000 + 1_000 * COUNT }, async () => {
  const failed: string[] = [];
  for (let seed = FIRST; seed < FIRST + COUNT; seed++) {
    const given = randomCase(new Choices(mulberry32(seed)));
    const parts = await deviating(seed, trainCase(given), TOLERANCE);
    if (parts.length > 0) failed.push(`seed ${seed}: ${parts.join(', ')}: ${given.what}`);
  }
  expect(failed).toEqual([]);
  const refused = pathsTaken().filter(({ why }) => why && !why.endsWith('with its own call'));
  expect(refused).toEqual([]);
});
