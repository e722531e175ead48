import { expect, test } from 'vitest';
import { readAnswer } from './read-answer.ts';
import type { QuestionType } from './schema.ts';

const interval = (low: string, high: string, left?: '(' | '[', right?: ')' | ']') => ({
  low,
  high,
  ...(left && { left }),
  ...(right && { right }),
});

test.each<[QuestionType, Parameters<typeof readAnswer>[1], unknown]>([
  ['numeric', { text: '0,5' }, 0.5],
  ['numeric', { text: '1/4' }, 0.25],
  ['shape', { text: '[null, 26]' }, [null, 26]],
  ['interval', interval('-1', '∞', '(', ')'), { left: '(', low: -1, high: 'inf', right: ')' }],
  ['single-choice', { option: 'a' }, { option: 'a' }],
  ['cloze-code', { blanks: { b: '1.000' } }, { blanks: { b: '1.000' } }],
])('%s %j is read as %j', (type, answer, value) =>
  expect(readAnswer(type, answer, false)).toEqual({ ok: true, value }),
);

test.each<[QuestionType, Parameters<typeof readAnswer>[1], string[]]>([
  ['numeric', { text: '1.000' }, ['text: formats.thousands']],
  ['numeric', { text: '%50' }, ['text: formats.percentNotAsked']],
  ['shape', { text: '(a)' }, ['text: formats.notAShape']],
  ['interval', interval('1.000', 'x', '(', ')'), ['low: formats.thousands', 'high: formats.notAnEnd']],
  ['interval', interval('0', '', undefined, ')'), ['high: formats.empty', 'left: formats.noBracket']],
  ['interval', interval('0', '1', '('), ['right: formats.noBracket']],
])('%s %j: every reason is named', (type, answer, issues) => {
  const reading = readAnswer(type, answer, false);
  expect(reading.ok || reading.issues.map(({ field, code }) => `${field}: ${code}`)).toEqual(issues);
});

test('a percent sign counts where a ratio is asked for', () =>
  expect(readAnswer('numeric', { text: '%12,5' }, true)).toEqual({ ok: true, value: 0.125 }));
