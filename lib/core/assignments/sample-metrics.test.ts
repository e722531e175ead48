import { describe, expect, test } from 'vitest';
import { coveredModes, energyDistance, hitShare } from './sample-metrics.ts';

const floats = (...values: number[]) => Float32Array.from(values);

describe('the energy distance', () => {
  test('of two numbers and one is what the definition gives', () => {
    // X = {0, 4}, Y = {1}: E|X−Y| = (1 + 3)/2 = 2; E|X−X'| = (0 + 4 + 4 + 0)/4 = 2; E|Y−Y'| = 0. So 2·2 − 2 − 0 = 2.
    expect(energyDistance(floats(0, 4), floats(1), 1)).toBe(2);
  });

  test('measures Euclidean distances of rows', () => {
    // One row each, 3-4-5: 2·5 − 0 − 0.
    expect(energyDistance(floats(0, 0), floats(3, 4), 2)).toBe(10);
    // X = {(0,0), (3,4)}, Y = X: E|X−Y| = 2.5 and both inner terms 2.5: 2·2.5 − 2.5 − 2.5.
    expect(energyDistance(floats(0, 0, 3, 4), floats(0, 0, 3, 4), 2)).toBe(0);
  });

  test('is symmetric and does not depend on the order of rows', () => {
    const [a, b] = [floats(1, 5, 2, 2, 0, 7), floats(3, 3, 9, 1)];
    expect(energyDistance(a, b, 2)).toBeCloseTo(energyDistance(b, a, 2), 12);
    expect(energyDistance(floats(0, 7, 1, 5, 2, 2), b, 2)).toBeCloseTo(energyDistance(a, b, 2), 12);
  });

  test('is not finite with a row that is not', () => {
    expect(energyDistance(floats(NaN), floats(1), 1)).toBeNaN();
    expect(energyDistance(floats(Infinity), floats(1), 1)).toBeNaN();
  });
});

describe('modes', () => {
  const centres = floats(0, 0, 10, 0, 0, 10);
  // Five samples: two at the first centre, one at the second, one 0.5 beside the third, one nowhere.
  const samples = floats(0, 0, 0.1, 0, 10, 0, 0.5, 10, 5, 5);

  test.each([
    ['two of five samples at one centre, one at each other', 0.6, 0.2, 3],
    ['a higher share asked for', 0.6, 0.4, 1],
    ['a narrower radius', 0.3, 0.2, 2],
    ['a radius that ends at the sample itself', 0.5, 0.2, 3],
  ])('%s', (_, radius, share, expected) =>
    expect(coveredModes(samples, centres, 2, radius, share)).toBe(expected),
  );

  test('the share of hits counts all samples, also those that hit nothing', () => {
    expect(hitShare(samples, centres, 2, 0.6)).toBe(4 / 5);
    expect(hitShare(samples, centres, 2, 0.3)).toBe(3 / 5);
  });

  test('a sample between two centres counts once', () => {
    expect(hitShare(floats(1), floats(0, 2), 1, 1)).toBe(1);
    expect(coveredModes(floats(1), floats(0, 2), 1, 1, 0.5)).toBe(1);
  });

  test('samples that are not numbers hit nothing', () => {
    expect(hitShare(floats(NaN, NaN, Infinity, 0, 0, 0), centres, 2, 1)).toBe(1 / 3);
  });
});
