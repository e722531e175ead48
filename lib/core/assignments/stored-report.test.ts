import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readStoredReport } from './stored-report.ts';

/** Written by `derin grade --json` of the version before a report named its term; nothing in it was changed. */
const OLD = readFileSync('tests/fixtures/reports/before-terms.json', 'utf8');
const old = JSON.parse(OLD) as Record<string, unknown>;

test('a report of an older version keeps all it said; what it lacks is what was true of it', () => {
  const ADDED = { term: '2026-guz', lang: 'tr', path: 'plain', plainBecause: [], rerunSeeds: [], breakdown: null, tests: [] };
  expect(Object.keys(ADDED).filter((name) => name in old)).toEqual([]);
  expect(readStoredReport(OLD)).toEqual({ ...old, ...ADDED });
});

test('what a report of today says is not overwritten', () => {
  const today = { ...old, term: '2027-bahar', lang: 'en', path: 'accelerated', plainBecause: ['a loss'], rerunSeeds: [4, 5], breakdown: { kind: 'confusion', counts: [[1]] }, tests: [{ id: 'a', passed: true, tr: 'a', en: 'a' }] };
  expect(readStoredReport(JSON.stringify(today))).toEqual(today);
});

const { outcome: _, ...withoutOutcome } = old;
test.each([
  ['nothing', ''],
  ['a text cut off', OLD.slice(0, 200)],
  ['null', 'null'],
  ['a list', '[]'],
  ['a number', '7'],
  ['another document', '{"a":1}'],
  ['no outcome', JSON.stringify(withoutOutcome)],
  ['an outcome of a newer version', JSON.stringify({ ...old, outcome: 'plagiarised' })],
  ['a fraction beyond 1', JSON.stringify({ ...old, fraction: 1.5 })],
])('%s is no report', (_name, stored) => expect(readStoredReport(stored)).toBeNull());
