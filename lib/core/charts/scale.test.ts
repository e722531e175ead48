import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countScale, roundScale, spreadLabels } from './scale.ts';

test.each<[number[], number[]]>([
  [
    [0, 1],
    [0, 0.2, 0.4, 0.6, 0.8, 1],
  ],
  [
    [0.031, 0.47],
    [0, 0.1, 0.2, 0.3, 0.4, 0.5],
  ],
  [
    [-3, 12],
    [-5, 0, 5, 10, 15],
  ],
  [
    [1_200_000, 1_900_000],
    [1_200_000, 1_400_000, 1_600_000, 1_800_000, 2_000_000],
  ],
  [[5], [5, 5.2, 5.4, 5.6, 5.8, 6]],
  [
    [1e12, 1e12 + 0.001],
    [1e12, 1.002e12, 1.004e12, 1.006e12, 1.008e12, 1.01e12],
  ],
  [
    [0, 5e-324],
    [0, 0.2, 0.4, 0.6, 0.8, 1],
  ],
  [[], [0, 0.2, 0.4, 0.6, 0.8, 1]],
])('%j gets the ticks %j', (values, ticks) => expect(roundScale(values, 0, 100).ticks).toEqual(ticks));

test.each<[number[], number[]]>([
  [
    [1, 8],
    [2, 4, 6, 8],
  ],
  [
    [0, 1],
    [0, 1],
  ],
  [
    [1, 3],
    [1, 2, 3],
  ],
  [
    [1, 300],
    [100, 200, 300],
  ],
  [[1], [1, 2]],
])('counted %j gets the whole ticks %j', (values, ticks) =>
  expect(countScale(values, 0, 100).ticks).toEqual(ticks),
);

test('values stand in proportion between the ends, upside down when the drawing is', () => {
  const { place } = roundScale([0, 1], 200, 20);
  expect([0, 0.25, 1].map(place)).toEqual([200, 155, 20]);
});

const finite = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), {
  maxLength: 50,
});

test('whatever finite values come, ticks rise, are few and cover them, and every value stands inside', () =>
  fc.assert(
    fc.property(finite, (values) => {
      const { ticks, place } = roundScale(values, 0, 100);
      expect(ticks.length).toBeGreaterThan(1);
      expect(ticks.length).toBeLessThan(9);
      expect(ticks.every((t, i) => i === 0 || t > ticks[i - 1]!)).toBe(true);
      for (const value of values) expect(Math.abs(place(value) - 50)).toBeLessThanOrEqual(50.001);
    }),
  ));

test.each<[number[], number[]]>([
  [
    [10, 50],
    [10, 50],
  ],
  [
    [50, 10],
    [50, 10],
  ],
  [
    [20, 22],
    [20, 34],
  ],
  [
    [22, 20],
    [34, 20],
  ],
  [
    [20, 20, 21],
    [20, 34, 48],
  ],
])('labels at %j stand at %j', (wanted, placed) => expect(spreadLabels(wanted, 14)).toEqual(placed));
