import { expect, test } from 'vitest';
import { isNear, numberOf, passedShare, runTests, type CallResult, type FunctionTest } from './function-tests.ts';

const call = { name: 'f', args: [] };
const gives = (value: unknown): CallResult => ({ ok: true, value });
const isAll =
  (value: number): FunctionTest['holds'] =>
  (results) =>
    results.every((result) => numberOf(result) === value);
const tests: FunctionTest[] = [
  { id: 'one', calls: [call], holds: isAll(1) },
  { id: 'two', calls: [call, call], holds: isAll(2) },
];

test('each test sees the results of its own calls', () => {
  expect(runTests(tests, [gives(1), gives(2), gives(2)])).toMatchObject([
    { id: 'one', passed: true },
    { id: 'two', passed: true },
  ]);
  expect(runTests(tests, [gives(2), gives(2), gives(1)]).map(({ passed }) => passed)).toEqual([false, false]);
});

test('a result that did not come passes nothing', () =>
  expect(runTests(tests, [gives(1), gives(2)]).map(({ passed }) => passed)).toEqual([true, false]));

test.each<[string, CallResult | undefined]>([
  ['an error', { ok: false, message: 'no', line: 1 }],
  ['a list', gives([1])],
  ['a text', gives('NaN')],
  ['nothing', undefined],
])('%s is no number', (_, result) => expect(numberOf(result)).toBeNaN());

test('a failed test tells the first mistake that its results show, a passed one none', () => {
  const text = { tr: 'metin', en: 'text' };
  const shows = (value: number) => (results: readonly CallResult[]) => numberOf(results[0]) === value;
  const mistakes = [3, 2, 2].map((value, i) => ({ id: `m${i}`, text, shows: shows(value) }));
  const told = (value: number) => runTests([{ id: 'one', calls: [call], holds: isAll(1), mistakes }], [gives(value)])[0]!.mistake?.id;
  expect([1, 2, 3, 4].map(told)).toEqual([undefined, 'm1', 'm0', undefined]);
});

test('the share counts weights; without tests there is none', () => {
  const outcomes = runTests([{ ...tests[0]!, weight: 3 }, tests[1]!], [gives(1), gives(2), gives(1)]);
  expect(passedShare(outcomes)).toBe(0.75);
  expect(passedShare([])).toBeNull();
});

test.each<[unknown, unknown, boolean]>([
  [1.0000001, 1, true],
  [1.1, 1, false],
  [1_000_000.5, 1_000_000, true],
  ['NaN', NaN, false],
  [NaN, NaN, false],
  ['Infinity', Infinity, false],
  [[1, [2]], [1, [2]], true],
  [[1, 2], [1], false],
  [[1], [1, 2], false],
  [1, [1], false],
  [{ a: 1 }, { a: 1 }, true],
  [{ a: 1, b: 2 }, { a: 1 }, false],
  [{ b: 1 }, { a: 1 }, false],
  [[], {}, false],
  [null, { a: 1 }, false],
  ['x', 'x', true],
])('%j near %j: %s', (value, expected, near) => expect(isNear(value, expected, 1e-5)).toBe(near));
