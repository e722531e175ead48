import { parseNumber } from '../numbers/parse.ts';
import { ok } from '../result.ts';
import type { FormatIssue } from '../reports.ts';
import type { Answer, AnswerOf } from './answer.ts';
import type { Interval, QuestionType, Shape } from './schema.ts';
import { parseEnd, parseShape } from './shape.ts';

/** What was typed, read by one rule for the student who types it and for the judge; or everything that keeps it from being read. */
export type Reading<T> = { ok: true; value: T } | { ok: false; issues: FormatIssue[] };

export function readNumeric({ text }: AnswerOf<'numeric'>, ratio: boolean): Reading<number> {
  const number = parseNumber(text, { ratio });
  return number.ok ? ok(number.value.value) : unreadable({ code: number.error.code, field: 'text' });
}

export function readShape({ text }: AnswerOf<'shape'>): Reading<Shape> {
  const shape = parseShape(text);
  return shape.ok ? shape : unreadable({ code: shape.error.code, field: 'text' });
}

export function readInterval(answer: AnswerOf<'interval'>): Reading<Interval> {
  const { left, right } = answer;
  const [low, high] = [parseEnd(answer.low), parseEnd(answer.high)];
  const issues: FormatIssue[] = [];
  if (!low.ok) issues.push({ code: low.error.code, field: 'low' });
  if (!high.ok) issues.push({ code: high.error.code, field: 'high' });
  if (!left || !right) issues.push({ code: 'formats.noBracket', field: left ? 'right' : 'left' });
  return low.ok && high.ok && left && right
    ? ok({ left, low: low.value, high: high.value, right })
    : unreadable(...issues);
}

/** An answer of any type: choices and code are read as they are. */
export function readAnswer(type: QuestionType, answer: Answer, ratio: boolean): Reading<unknown> {
  if (type === 'numeric') return readNumeric(answer as AnswerOf<'numeric'>, ratio);
  if (type === 'shape') return readShape(answer as AnswerOf<'shape'>);
  if (type === 'interval') return readInterval(answer as AnswerOf<'interval'>);
  return ok(answer);
}

const unreadable = (...issues: FormatIssue[]): { ok: false; issues: FormatIssue[] } => ({
  ok: false,
  issues,
});
