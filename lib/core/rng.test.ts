import { expect, test } from 'vitest';
import { makeRng, mulberry32, seedOf } from './rng.ts';

test('mulberry32 gives the published draws of seed 1', () => {
  const uniform = mulberry32(1);
  expect([uniform(), uniform(), uniform()]).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522]);
});

test('a seed gives the same shuffle each time and keeps every item', () => {
  const items = [1, 2, 3, 4, 5, 6, 7];
  expect(makeRng(9).shuffle(items)).toEqual(makeRng(9).shuffle(items));
  expect(makeRng(9).shuffle(items).sort()).toEqual(items);
});

test('normal variates have mean 0 and deviation 1', () => {
  const rng = makeRng(3);
  const n = 20_000;
  const values = Array.from({ length: n }, () => rng.normal());
  const mean = values.reduce((a, b) => a + b, 0) / n;
  const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / n;
  // Four standard errors: 4/√n for the mean, 4·√(2/n) for the variance.
  expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(n));
  expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
});

test('seedOf tells its parts apart', () => {
  expect(seedOf('a', 'b')).not.toBe(seedOf('ab'));
  expect(seedOf('a', 1)).toBe(seedOf('a', 1));
});
