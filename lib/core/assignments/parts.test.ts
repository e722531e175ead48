import { expect, test } from 'vitest';
import { makeAssignment, TEXT as text } from '#tests/factories/assignment.ts';
import { NO_MODEL } from './facts.ts';
import { judge } from './judge.ts';
import { combineParts, partsOf } from './parts.ts';

const pass = (model: string) => ({ input: 'x', through: [{ model, output: 0 }] });
const band = (low: number, high: number) => [
  { value: low, points: 0 },
  { value: high, points: 100 },
];
const part = (id: string, weight: number, ends: [number, number]) => ({
  id,
  text,
  weight,
  metric: { name: 'mse' },
  of: pass('model'),
  against: 'y',
  band: band(...ends),
});
/** A rising part of 60 points and a falling one of 40. */
const composite = (parts: unknown[] = [part('up', 60, [0, 1]), part('down', 40, [1, 0])]) =>
  makeAssignment({ metric: { name: 'parts', parts }, band: band(0, 100), seeds: [1, 2, 3] });

test('the metric of a composite is the weighted sum of its parts', () => {
  // 60 · 0.5 + 40 · 0.75.
  expect(combineParts(composite(), [0.5, 0.25])).toBe(60);
  expect(combineParts(composite(), [null, 0])).toBe(40);
  expect(combineParts(composite(), [2, -1])).toBe(100);
});

test('weights that do not add up to 100 are refused', () =>
  expect(() => composite([part('up', 60, [0, 1]), part('down', 39, [1, 0])])).toThrow('add up to 100'));

test('a single metric is one part, measured on the first model', () => {
  const single = makeAssignment({ metric: { name: 'mse' }, leaves: { models: ['net', 'other'] } });
  expect(partsOf(single)).toMatchObject([{ metric: { name: 'mse' }, of: pass('net'), against: 'y' }]);
  expect(combineParts(single, [0.3])).toBe(0.3);
  expect(combineParts(single, [null])).toBeNull();
});

test('the median run counts as a whole, and each part tells its own median', () => {
  const run = (up: number, down: number | null) => ({
    seed: 1,
    metric: combineParts(composite(), [up, down]),
    train: null,
    measures: { up, down },
    tests: [],
    epochs: [],
    constantPrediction: false,
    breakdown: null,
  });
  const perSeed = [run(1, 0), run(0.5, 1), run(0.2, null)];
  const { score, metrics } = judge({ assignment: composite(), facts: NO_MODEL, perSeed, record: null });
  expect(score).toBe(30);
  expect(metrics).toMatchObject([
    { name: 'parts', value: 30, perSeed: [100, 30, 12] },
    { name: 'up', value: 0.5, perSeed: [1, 0.5, 0.2] },
    // The missing value counts as worst: 0, 1, ∞.
    { name: 'down', value: 1, perSeed: [0, 1, null] },
  ]);
});
