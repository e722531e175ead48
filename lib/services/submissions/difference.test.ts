import { expect, test } from 'vitest';
import { diffLines } from './difference.ts';

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

test('two large files without a line in common are given up instead of holding the page', () => {
  const file = (word: string) => Array.from({ length: 20_000 }, (_, i) => `${word}${i}`).join('\n');
  const started = performance.now();
  expect(diffLines(file('a'), file('b'))).toBeNull();
  expect(performance.now() - started).toBeLessThan(5000);
});
