import { describe, expect, test } from 'vitest';
import { bandPoints, valueAtPoints } from './band.ts';
import { median } from './median.ts';

describe('median', () => {
  test.each([
    [[3], 3],
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[1, Infinity, 2], 2],
    [[-Infinity, -Infinity, 1], -Infinity],
  ])('of %j is %d', (values, expected) => expect(median(values)).toBe(expected));

  test.each([[[]], [[1, NaN]]])('refuses %j', (values) => expect(() => median(values)).toThrow(RangeError));
});

/** 290→100, 600→60, 3000→20, 15000→0: less is better. */
const falling = [
  { value: 290, points: 100 },
  { value: 600, points: 60 },
  { value: 3000, points: 20 },
  { value: 15000, points: 0 },
];
const rising = [
  { value: 0.93, points: 60 },
  { value: 0.5, points: 0 },
  { value: 0.965, points: 100 },
];

describe('a band', () => {
  test.each([
    ['constant below a falling band', falling, 100, 100],
    ['exact at its corners', falling, 600, 60],
    ['linear between corners', falling, (290 + 600) / 2, 80],
    ['linear on the last stretch', falling, 9000, 10],
    ['constant above a falling band', falling, 1e9, 0],
    ['constant below a rising band', rising, 0.1, 0],
    ['free in the order of its points', rising, (0.93 + 0.965) / 2, 80],
    ['constant above a rising band', rising, 1, 100],
  ])('is %s', (_, band, value, expected) => expect(bandPoints(band, value)).toBeCloseTo(expected, 9));

  test.each([
    [falling, 60, 600],
    [falling, 80, 445],
    [rising, 100, 0.965],
    [rising, 30, 0.715],
  ])('tells the value for points (case %#)', (band, points, value) =>
    expect(valueAtPoints(band, points)).toBeCloseTo(value, 9),
  );

  test('has no value for points it never reaches', () =>
    expect(
      valueAtPoints(
        [
          { value: 0, points: 0 },
          { value: 1, points: 50 },
        ],
        60,
      ),
    ).toBeNull());
});
