import { expect, test } from 'vitest';
import { instant } from '../clock.ts';
import { score } from '../score.ts';
import { canSave, dueAfter, GRACE_MS, handedInBy, isOverdue, resolveSave, scoreByTopic } from './attempt.ts';

const open = { state: 'open', dueAt: instant(60_000) } as const;

test.each([
  [open, 0, true], [open, 60_000, true], [open, 60_000 + GRACE_MS, true], [open, 60_001 + GRACE_MS, false],
  [{ ...open, dueAt: null }, 1e12, true], [{ ...open, state: 'handedIn' as const }, 0, false],
])('%j at %d ms can be saved: %s', (attempt, at, can) => expect(canSave(attempt, instant(at)).ok).toBe(can));

test('the server hands in only after the grace for saves under way', () => {
  expect(isOverdue(open, instant(60_000 + GRACE_MS))).toBe(false);
  expect(isOverdue(open, instant(60_001 + GRACE_MS))).toBe(true);
  expect(isOverdue({ ...open, dueAt: null }, instant(1e12))).toBe(false);
});

test('a closing time ends a sitting that started late', () => {
  expect(dueAfter(instant(1000), 60, null)).toBe(61_000);
  expect(dueAfter(instant(1000), 60, instant(30_000))).toBe(30_000);
});

test.each([
  [59_999, 'student'], [60_000, 'clock'], [60_000 + GRACE_MS, 'clock'],
] as const)('at %d ms the paper counts as handed in by the %s', (at, by) => expect(handedInBy(open, instant(at))).toBe(by));

test('a drill without a clock is always handed in by the student', () => expect(handedInBy({ ...open, dueAt: null }, instant(1e12))).toBe('student'));

const saved = { answer: { text: '3' }, flagged: false, sequence: 5 };

test.each([
  ['the first save is written', null, saved, 'write'],
  ['a newer one replaces the stored one', saved, { ...saved, sequence: 6 }, 'write'],
  ['an older one never does', saved, { ...saved, sequence: 4 }, 'stale'],
  ['the same one sent again is confirmed again', saved, { ...saved }, 'same'],
  ['another tab with the same count is told', saved, { ...saved, answer: { text: '4' } }, 'stale'],
  ['a flag counts as a difference', saved, { ...saved, flagged: true }, 'stale'],
] as const)('%s', (_name, stored, incoming, verdict) => expect(resolveSave(stored, incoming)).toBe(verdict));

test('topics keep the order of the paper and add up', () => {
  const item = (topic: string, got: number) => ({ topic, score: score(got), max: score(100) });
  expect(scoreByTopic([item('b', 100), item('a', 50), item('b', 0)])).toEqual([{ topic: 'b', score: 100, max: 200 }, { topic: 'a', score: 50, max: 100 }]);
});
