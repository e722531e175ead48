import { describe, expect, test } from 'vitest';
import { RULES } from '#lib/core/assignments/diagnosis/diagnose.ts';
import { countFindings, evaluate, isHealthy, PARTS, readTraces, sumOf, type Part } from './evaluate.ts';
import { runCase } from './run-case.ts';

/**
 * The short form of `npm run test:diagnosis`: the rules on the stored statistics of the labelled set. Where a rule changes, so do the
 * figures of README.md; the floors below leave room for one or two trainings, not for a rule that has stopped working.
 */
const FLOOR: Record<Part, { precision: number; recall: number }> = {
  tune: { precision: 0.95, recall: 0.93 },
  held: { precision: 0.9, recall: 0.85 },
};
const results = {
  tune: evaluate(PARTS.tune, readTraces('tune')),
  held: evaluate(PARTS.held, readTraces('held')),
};
const parts = ['tune', 'held'] as const;
const all = parts.flatMap((part) => results[part]);

test('the set is large enough, every id is its own, and every label is a finding', () => {
  expect(all.filter((each) => !isHealthy(each)).length).toBeGreaterThanOrEqual(60);
  expect(all.filter(isHealthy).length).toBeGreaterThanOrEqual(30);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  const known = new Set([...RULES.map(({ id }) => id), 'label-shape']);
  expect(all.flatMap(({ causes, also }) => [...causes, ...also]).filter((id) => !known.has(id))).toEqual([]);
});

describe.each(parts)('the %s part', (part) => {
  test('is read with the precision and recall that README.md tells', () => {
    const { right, wrong, found, missed } = sumOf(countFindings(results[part]));
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(FLOOR[part].precision);
    expect(found / (found + missed)).toBeGreaterThanOrEqual(FLOOR[part].recall);
  });

  test('leaves healthy trainings in peace, but for one of 89 points that README.md names', () =>
    expect(
      results[part].filter(isHealthy).flatMap(({ id, shown }) => shown.map((each) => `${id}: ${each}`)),
    ).toEqual(part === 'held' ? ['glyphs elu and sparse labels: g6'] : []));
});

test('at most three findings are made of a training', () =>
  expect(Math.max(...all.flatMap(({ rules, shown }) => [rules.length, shown.length]))).toBeLessThanOrEqual(
    3,
  ));

/** Same seed, same bits: what was stored is what the boxes still tell. */
test.each(['houses a rate above the limit', 'digits one epoch'])(
  'the stored statistics of "%s" are those of today',
  async (id) => {
    const stored = readTraces('tune').find((each) => each.id === id);
    const made = await runCase(PARTS.tune.find((each) => each.id === id)!);
    expect([made.record?.trace, made.run?.metric]).toEqual([stored?.record?.trace, stored?.run?.metric]);
  },
);
