import { expect, test } from 'vitest';
import { breakdownOf, breakdownSchema, confusionOf, residualsOf } from './breakdown.ts';

test('rows are true classes, columns predicted ones, the last column what could not be read', () =>
  expect(confusionOf([0, 0, 1, 2, 2], [0, 2, 1, null, 2], 3)).toEqual({ kind: 'confusion', counts: [[1, 0, 1, 0], [0, 1, 0, 0], [0, 0, 1, 1]] }));

test('residuals fall into 21 bins around zero, the outer two per cent into the outermost', () => {
  // 98 of 100 reach to 9.7 in size; two far ones may not stretch the picture.
  const residuals = [...Array.from({ length: 98 }, (_, i) => (i % 2 ? 1 : -1) * (i / 10)), 5000, -70];
  const found = residualsOf(residuals)!;
  if (found.kind !== 'residuals') throw new Error('no residuals');
  expect(found.reach).toBe(9.7);
  expect(found.counts.reduce((a, b) => a + b)).toBe(100);
  // The middle bin is |r| < 9.7 / 21 = 0.46: 0, 0.1, −0.2, 0.3, −0.4.
  expect(found.counts[10]).toBe(5);
  expect(found.counts[0]).toBeGreaterThanOrEqual(1);
  expect(() => breakdownSchema.parse(found)).not.toThrow();
});

test.each([
  [[0, 0, 0], 1],
  [[0.0123, -0.0123], 0.013],
  [[130, -1], 130],
  [[99.5], 100],
])('the reach of %j is %d, two digits that tell no exact residual', (residuals, reach) => expect(residualsOf(residuals)).toMatchObject({ reach }));

test.each([[[]], [[1, NaN]], [[Infinity]]])('%j has no picture', (residuals) => expect(residualsOf(residuals)).toBeNull());

test('one probability per row, two classes: what is not finite could not be read', () =>
  expect(breakdownOf({ name: 'accuracy', classes: 2 }, Float32Array.of(0.2, 0.9, NaN), 1, Float32Array.of(0, 0, 1))).toEqual({ kind: 'confusion', counts: [[1, 1, 0], [0, 0, 1]] }));

test('residuals come in the unit in which the metric is read', () =>
  expect(breakdownOf({ name: 'mae', scale: 12 }, Float32Array.of(0.5, 0), 1, Float32Array.of(0, 0))).toMatchObject({ kind: 'residuals', reach: 6 }));

test('a distance between samples has no rows to compare', () => expect(breakdownOf({ name: 'energyDistance' }, Float32Array.of(1), 1, Float32Array.of(1))).toBeNull());
