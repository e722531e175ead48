import { expect, test } from 'vitest';
import a13 from '../../question-bank/assignments/a13/data.ts';
import { DataSets, hiddenSeed } from './data.ts';

test('the hidden seed is the first four bytes of the HMAC, as openssl computes it', () => {
  // printf 'a03/2026-guz' | openssl dgst -sha256 -mac HMAC -macopt hexkey:abab…
  expect(hiddenSeed('ab'.repeat(32), 'a03', '2026-guz')).toBe(0x5431576c);
});

test('another secret, assignment or term draws other hidden rows', () => {
  const draws = [
    hiddenSeed('ab'.repeat(32), 'a03', 't1'),
    hiddenSeed('ac'.repeat(32), 'a03', 't1'),
    hiddenSeed('ab'.repeat(32), 'a04', 't1'),
    hiddenSeed('ab'.repeat(32), 'a03', 't2'),
  ];
  expect(new Set(draws).size).toBe(4);
});

test('two terms share the public rows and differ in every hidden row; a term asked for again has the same', async () => {
  const a01 = { id: 'a01', metric: { name: 'mse', scale: 1 } } as const;
  const [sets, again] = [1, 2].map(() => new DataSets('question-bank/assignments', 'ab'.repeat(32)));
  const [autumn, spring] = await Promise.all([
    sets!.of(a01, '2026-guz', 'tr'),
    sets!.of(a01, '2027-bahar', 'tr'),
  ]);
  expect(spring.open).toEqual(autumn.open);
  const rows = ({ hidden }: typeof autumn) => {
    const { values, shape } = hidden['x']!;
    const [count = 0, width = 1] = shape;
    return Array.from({ length: count }, (_, i) => values.slice(i * width, (i + 1) * width).join());
  };
  const known = new Set(rows(autumn));
  expect(known.size).toBe(200);
  expect(rows(spring).filter((row) => known.has(row))).toEqual([]);
  expect((await again!.of(a01, '2027-bahar', 'tr')).hidden).toEqual(spring.hidden);
});

test('tests of functions are drawn from a seed of their own: a box sees their inputs, and would find the seed of the hidden rows', async () => {
  const secret = 'ab'.repeat(32);
  const assignment = { id: 'a13', metric: { name: 'mse', scale: 1 } } as const;
  const { tests, hidden } = await new DataSets('question-bank/assignments', secret).of(assignment, 't', 'en');
  const callsOf = (all: { calls: unknown[] }[]) => all.flatMap(({ calls }) => calls);
  expect(hidden).toEqual(a13.hiddenData(hiddenSeed(secret, 'a13', 't')));
  expect(callsOf(tests)).toEqual(callsOf(a13.functionTests(hiddenSeed(secret, 'a13:tests', 't'))));
  expect(callsOf(tests)).not.toEqual(callsOf(a13.functionTests(hiddenSeed(secret, 'a13', 't'))));
});
