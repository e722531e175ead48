import { expect, test } from 'vitest';
import { diffLines, EDITS_MAX } from './difference.ts';

const shown = (before: string, after: string) => diffLines(before, after)?.map(({ kind, text }) => `${{ added: '+', removed: '-', same: ' ', gap: '@' }[kind]}${text}`);
const numbered = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => `line ${from + i}`);

test('changed lines come with three unchanged ones around them, and what lies between is left out', () => {
  const before = numbered(1, 20);
  const after = before.with(9, 'changed');
  expect(shown(before.join('\n'), after.join('\n'))).toEqual(['@', ' line 7', ' line 8', ' line 9', '-line 10', '+changed', ' line 11', ' line 12', ' line 13']);
});

test('a change in the first line begins without a gap', () => expect(shown('a\nb', 'x\nb')).toEqual(['-a', '+x', ' b']));

test.each([
  ['the same text', 'a\nb\n', 'a\nb\n'],
  ['another end of lines', 'a\r\nb\r\n', 'a\nb'],
])('%s is no change', (_name, before, after) => expect(diffLines(before, after)).toEqual([]));

const file = (word: string, lines: number) => Array.from({ length: lines }, (_, i) => `${word}${i}`).join('\n');

test('two large files without a line in common are given up instead of holding the page', () => {
  expect(diffLines(file('a', 20_000), file('b', 20_000))).toBeNull();
});

test('as many changed lines as may be are shown, one more are given up', () => {
  expect(diffLines(file('a', EDITS_MAX / 2), file('b', EDITS_MAX / 2))).toHaveLength(EDITS_MAX);
  expect(diffLines(file('a', EDITS_MAX / 2), file('b', EDITS_MAX / 2 + 1))).toBeNull();
});
