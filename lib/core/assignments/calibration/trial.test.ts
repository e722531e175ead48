import { expect, test } from 'vitest';
import { rowOf, seriesOf, type TrialRun } from './trial.ts';

const run = (change: Partial<TrialRun> = {}): TrialRun => ({
  seed: 1,
  term: 't',
  outcome: 'graded',
  points: 95,
  metric: 0.9,
  gated: false,
  findings: [],
  trainMs: 1,
  ...change,
});

test.each([
  ['reference', [90, 100], true],
  ['reference', [89, 100], false],
  ['wrong', [59, 0], true],
  ['wrong', [60, 0], false],
  ['wrong', [], false],
] as const)('a %s with %j points per training holds the rule: %s', (kind, points, passed) =>
  expect(
    rowOf(
      { name: 'x', kind },
      points.map((p) => run({ points: p })),
    ).passed,
  ).toBe(passed),
);

test('only a submission that is gated or refused in every training is kept out without the band', () => {
  const gatedIn = (...runs: Partial<TrialRun>[]) =>
    seriesOf(rowOf({ name: 'x', kind: 'wrong' }, runs.map(run))).gated;
  expect(gatedIn({ gated: true }, { outcome: 'crashed', metric: null })).toBe(true);
  expect(gatedIn({ gated: true }, {})).toBe(false);
});
