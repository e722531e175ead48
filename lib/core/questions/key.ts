import { assertNever } from '../result.ts';
import type { Answer } from './answer.ts';
import type { Question } from './schema.ts';
import { intervalKey, numericKey, shapeKey } from './score-entry.ts';
import { formatShape } from './shape.ts';
import type { Variant } from './variant.ts';

/** The key written as an answer: what a student would have had to send for full credit. */
export function correctAnswer(question: Question, variant: Variant): Answer {
  switch (question.type) {
    case 'single-choice':
      return { option: question.options.find((o) => o.correct)!.id };
    case 'multiple-choice':
      return { options: question.options.filter((o) => o.correct).map((o) => o.id) };
    case 'tf-reason':
      return { value: question.answer, reason: question.reasons.find((r) => r.correct)!.id };
    case 'numeric':
      return { text: String(roundForEntry(numericKey(question, variant))) };
    case 'shape':
      return { text: formatShape(shapeKey(question, variant)) };
    case 'table':
      return { cells: Object.fromEntries(question.rows.map((row) => [row.id, row.key])) };
    case 'interval': {
      const { left, low, high, right } = intervalKey(question, variant);
      return { left, low: String(low), high: String(high), right };
    }
    case 'cloze-code':
      return { blanks: Object.fromEntries(question.blanks.map((b) => [b.id, b.accept[0]!])) };
    default:
      return assertNever(question);
  }
}

/** Twelve digits: enough for any tolerance of the bank, and never a string that reads as thousands ("1.250" becomes "1.25"). */
function roundForEntry(key: number): string {
  const text = String(Number(key.toPrecision(12)));
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(text) ? `${text}0` : text;
}
