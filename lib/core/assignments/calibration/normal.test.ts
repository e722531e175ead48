import { expect, test } from 'vitest';
import { medianShort, momentsOf, normalCdf } from './normal.ts';

// Abramowitz and Stegun, table 26.1.
test.each([
  [0, 0.5],
  [1, 0.8413447461],
  [-1, 0.1586552539],
  [1.96, 0.9750021049],
  [-3, 0.001349898],
  [6, 1],
])('Φ(%d) = %d', (z, expected) => expect(Math.abs(normalCdf(z) - expected)).toBeLessThan(1e-7));

test.each([
  [0.5, 3, 0.5],
  [0.1, 1, 0.1],
  // 3 · 0.1² · 0.9 + 0.1³
  [0.1, 3, 0.028],
  // 10 · 0.2³ · 0.8² + 5 · 0.2⁴ · 0.8 + 0.2⁵
  [0.2, 5, 0.05792],
  [0, 3, 0],
  [1, 3, 1],
])('the median of runs that fall short with probability %d, %d of them', (p, runs, expected) =>
  expect(medianShort(p, runs)).toBeCloseTo(expected, 12),
);

test('moments', () => {
  expect(momentsOf([1, 2, 3, 6])).toEqual({ mean: 3, sd: Math.sqrt(14 / 3) });
  expect(momentsOf([7])).toEqual({ mean: 7, sd: 0 });
});
