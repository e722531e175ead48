import { expect, test } from 'vitest';
import { numberOf, runTests, type CallResult, type FunctionTest } from './function-tests.ts';

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
  expect(runTests(tests, [gives(1), gives(2), gives(2)])).toEqual([
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
