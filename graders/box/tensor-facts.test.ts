import { expect, test } from 'vitest';
import { classAt, rowKeys, spreadRows, tensorFacts } from './tensor-facts.ts';

const rows = (values: number[], ...shape: number[]) => ({ values: Float32Array.from(values), shape });

test('columns are told apart, and what is not finite is counted, not averaged', () => {
  const facts = tensorFacts(rows([0, 100, 2, 100, 4, 300, NaN, 300], 4, 2));
  expect(facts).toMatchObject({ shape: [4, 2], min: 0, max: 300, notFinite: 1 / 8, isWhole: false });
  expect(facts.mean).toBeCloseTo(806 / 7, 2);
  // Deviations of 0, 2, 4 and of 100, 100, 300, 300.
  expect([facts.columnStdMin, facts.columnStdMax]).toEqual([1.633, 100]);
});

test('a large mean costs no digits of the deviation', () =>
  expect(tensorFacts(rows([10_000_001, 10_000_003], 2, 1))).toMatchObject({ std: 1, mean: 10_000_000 }));

test('constant columns have no spread, and an empty tensor has no numbers', () => {
  expect(tensorFacts(rows([3, 3], 2, 1))).toMatchObject({ std: 0, columnStdMin: null, columnStdMax: null });
  expect(tensorFacts(rows([], 0, 4))).toMatchObject({ min: null, mean: null, std: null, notFinite: 0 });
});

test.each([
  ['one-hot rows', rows([1, 0, 0, 1, 0, 1], 3, 2), { isOneHot: true, distinct: 2, commonest: 2 / 3 }],
  ['a column of classes', rows([2, 0, 2, 2], 4), { isOneHot: false, distinct: 2, commonest: 3 / 4 }],
  ['two ones in a row', rows([1, 1, 0, 1], 2, 2), { isOneHot: false, distinct: 0, commonest: 0 }],
])('%s', (_, tensor, expected) => expect(tensorFacts(tensor)).toMatchObject(expected));

test('the class of a row is its value, the place of its one, or none', () =>
  expect([
    classAt(rows([7, 5], 2), 1),
    classAt(rows([0, 0, 1], 1, 3), 0),
    classAt(rows([0, 2], 1, 2), 0),
  ]).toEqual([5, 2, null]));

test('rows of round numbers have keys of their own', () => {
  const values = Array.from({ length: 4096 * 6 }, (_, i) => (((i / 6) >> (2 * (i % 6))) % 4) / 4);
  expect(new Set(rowKeys(rows(values, 4096, 6))).size).toBe(4096);
  const [a, b] = rowKeys(rows([1, 2, 3, 1, 2, 3], 2, 3));
  expect(a).toBe(b);
});

test('rows are taken from the whole length', () => {
  expect(spreadRows(10, 4)).toEqual([0, 2, 5, 7]);
  expect(spreadRows(3, 8)).toEqual([0, 1, 2]);
});
