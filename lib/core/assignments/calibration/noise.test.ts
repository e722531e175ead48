import { expect, test } from 'vitest';
import { isInDoubt } from './noise.ts';

// Stored sd 0.01 of 11 trainings and three equal runs: variance 10 · 0.0001 / 12, half width 1.96 · 1.2533 · √(variance / 3) = 0.012947.
const NOISE = { sd: 0.01, trainings: 11 };

test.each([
  [0.93 + 0.0129, true],
  [0.93 - 0.0129, true],
  [0.93 + 0.013, false],
  [0.93 - 0.013, false],
])('three runs of %d around a threshold of 0.93', (value, near) =>
  expect(isInDoubt([value, value, value], 0.93, 'more', NOISE)).toBe(near),
);

test("a submission's own spread widens the band of doubt", () => {
  expect(isInDoubt([0.96, 0.96, 0.96], 0.93, 'more', NOISE)).toBe(false);
  expect(isInDoubt([0.85, 0.96, 0.99], 0.93, 'more', NOISE)).toBe(true);
});

test('a metric that falls is compared by ratio', () => {
  expect(isInDoubt([590, 590, 590], 600, 'less', NOISE)).toBe(false);
  expect(isInDoubt([593, 593, 593], 600, 'less', NOISE)).toBe(true);
});

test('without any spread only the threshold itself is near', () => {
  const none = { sd: 0, trainings: 2 };
  expect(isInDoubt([0.93], 0.93, 'more', none)).toBe(true);
  expect(isInDoubt([0.931], 0.93, 'more', none)).toBe(false);
});
