import { expect, test } from 'vitest';
import { isGoalMet, rowOf, type Goal } from './bench.ts';

const base = { measure: 'm', unit: 'ms', baseline: 'b', own: [30, 10, 20], bare: [5, 4, 6] } as const;
const oneTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

test('a row holds both medians, their ratio and the number of samples', () => {
  expect(rowOf(base)).toEqual({
    measure: 'm',
    median: 20,
    p99: 30,
    unit: 'ms',
    samples: 3,
    baseline: 'b',
    baselineMedian: 5,
    ratio: 4,
    goal: null,
  });
});

test.each([
  ['of 10 times the slowest', 'ms', 10, 10],
  ['of 100 times the 99th', 'ms', 100, 99],
  ['of 200 times the 198th', 'ms', 200, 198],
  ['of 10 rates the lowest', 'requests/s', 10, 1],
  ['of 200 rates the third lowest', 'requests/s', 200, 3],
] as const)('p99: %s', (_name, unit, n, p99) => {
  expect(rowOf({ ...base, unit, own: oneTo(n) }).p99).toBe(p99);
});

test('a baseline of nothing, or without samples, has no ratio', () => {
  expect(rowOf({ ...base, bare: [0, 0] })).toMatchObject({ baselineMedian: 0, ratio: null });
  expect(rowOf({ ...base, bare: [] })).toMatchObject({ baselineMedian: null, ratio: null });
});

test.each<[Goal | null, boolean | null]>([
  [{ of: 'median', max: 20 }, true],
  [{ of: 'median', max: 19.9 }, false],
  [{ of: 'ratio', max: 4 }, true],
  [{ of: 'ratio', max: 3.9 }, false],
  [{ of: 'median', min: 20 }, true],
  [{ of: 'median', min: 20.1 }, false],
  [null, null],
])('the goal %j: %s', (goal, met) => {
  expect(isGoalMet({ ...rowOf(base), goal })).toBe(met);
});

test('a ratio that does not exist meets no goal and misses none', () => {
  expect(isGoalMet(rowOf({ ...base, bare: [0], goal: { of: 'ratio', max: 1 } }))).toBeNull();
});
