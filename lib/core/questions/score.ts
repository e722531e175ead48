import { assertNever } from '../result.ts';
import type { Check, FormatIssue, GradeReport } from '../reports.ts';
import { answerSchemas, type Answer, type AnswerOf } from './answer.ts';
import { sameInterval, sameShape, scoreNumeric, scoreShape, scoreInterval } from './score-entry.ts';
import type { Option, Question, QuestionOf } from './schema.ts';
import type { Variant } from './variant.ts';

export { isEmpty } from './is-empty.ts';
export { sameInterval, sameShape };

/**
 * The judge of every inline question: states a fraction in [0, 1] and the facts it rests on. Scoring rules: README of the
 * question bank, "How answers are scored". An answer of another type's shape is `ungradable`.
 */
export function scoreAnswer(question: Question, variant: Variant, answer: unknown): GradeReport {
  const parsed = answerSchemas[question.type].safeParse(answer);
  if (!parsed.success) return ungradable({ code: 'formats.wrongForm' });
  const given = parsed.data as Answer;
  switch (question.type) {
    case 'single-choice':
      return scoreSingle(question, given as AnswerOf<'single-choice'>);
    case 'multiple-choice':
      return scoreMultiple(question, given as AnswerOf<'multiple-choice'>);
    case 'tf-reason':
      return scoreReason(question, given as AnswerOf<'tf-reason'>);
    case 'numeric':
      return scoreNumeric(question, variant, given as AnswerOf<'numeric'>);
    case 'shape':
      return scoreShape(question, variant, given as AnswerOf<'shape'>);
    case 'table':
      return scoreTable(question, given as AnswerOf<'table'>);
    case 'interval':
      return scoreInterval(question, variant, given as AnswerOf<'interval'>);
    case 'cloze-code':
      return scoreCloze(question, given as AnswerOf<'cloze-code'>);
    default:
      return assertNever(question);
  }
}

const graded = (fraction: number, checks: Check[]): GradeReport => ({ outcome: 'graded', fraction, checks });
const ungradable = (...issues: FormatIssue[]): GradeReport => ({ outcome: 'ungradable', issues });
const hit = (passed: boolean) => ({ passed, fraction: passed ? 1 : 0 });

function scoreSingle(question: QuestionOf<'single-choice'>, answer: AnswerOf<'single-choice'>): GradeReport {
  const chosen = question.options.find((o) => o.id === answer.option);
  if (!chosen) return ungradable({ code: 'formats.unknownOption', field: 'option' });
  return graded(chosen.correct ? 1 : 0, [{ id: chosen.id, ...hit(chosen.correct), feedback: chosen.feedback }]);
}

/** (hits − false alarms) / number of correct options, at least 0. */
function scoreMultiple(question: QuestionOf<'multiple-choice'>, answer: AnswerOf<'multiple-choice'>): GradeReport {
  const chosen = new Set(answer.options);
  if ([...chosen].some((id) => !question.options.some((o) => o.id === id))) return ungradable({ code: 'formats.unknownOption', field: 'options' });
  if (chosen.size === 0) return ungradable({ code: 'formats.empty', field: 'options' });
  const correct = question.options.filter((o) => o.correct).length;
  const hits = question.options.filter((o) => o.correct && chosen.has(o.id)).length;
  const fraction = Math.max(0, (hits - (chosen.size - hits)) / correct);
  const check = (o: Option): Check => ({ id: o.id, ...hit(o.correct === chosen.has(o.id)), feedback: o.feedback });
  return graded(fraction, question.options.map(check));
}

/** 0.4 for the judgement and 0.6 for the reason, which counts only when the judgement is right. */
function scoreReason(question: QuestionOf<'tf-reason'>, answer: AnswerOf<'tf-reason'>): GradeReport {
  if (answer.value === undefined) return ungradable({ code: 'formats.empty', field: 'value' });
  const right = answer.value === question.answer;
  const reason = question.reasons.find((r) => r.id === answer.reason);
  if (answer.reason !== undefined && !reason) return ungradable({ code: 'formats.unknownOption', field: 'reason' });
  const checks: Check[] = [{ id: 'value', ...hit(right) }];
  if (reason) checks.push({ id: reason.id, ...hit(reason.correct), feedback: reason.feedback });
  return graded((right ? 0.4 : 0) + (right && reason?.correct ? 0.6 : 0), checks);
}

/** Correct cells / cells; a cell left open is wrong, a table without any cell is unreadable. */
function scoreTable(question: QuestionOf<'table'>, answer: AnswerOf<'table'>): GradeReport {
  const cells = question.rows.flatMap((row) => Object.entries(row.key).map(([column, key]) => ({ row, column, key, given: answer.cells[row.id]?.[column] })));
  if (cells.every((c) => c.given === undefined)) return ungradable({ code: 'formats.empty', field: 'cells' });
  const unknown = cells.find((c) => c.given !== undefined && !question.choices[c.column]?.some((choice) => choice.id === c.given));
  if (unknown) return ungradable({ code: 'formats.unknownOption', field: `${unknown.row.id}.${unknown.column}` });
  const checks = cells.map((c): Check => ({ id: `${c.row.id}.${c.column}`, ...hit(c.given === c.key), feedback: c.row.feedback }));
  return graded(checks.filter((c) => c.passed).length / checks.length, checks);
}

/** Correct blanks / blanks. Code is case-sensitive; only outer space and the kind of quote are forgiven. */
function scoreCloze(question: QuestionOf<'cloze-code'>, answer: AnswerOf<'cloze-code'>): GradeReport {
  const given = (id: string) => normaliseCode(answer.blanks[id] ?? '');
  if (question.blanks.every((b) => given(b.id) === '')) return ungradable({ code: 'formats.empty', field: 'blanks' });
  const checks = question.blanks.map((b): Check => ({ id: b.id, ...hit(b.accept.some((a) => normaliseCode(a) === given(b.id))), feedback: b.feedback }));
  return graded(checks.filter((c) => c.passed).length / checks.length, checks);
}

const normaliseCode = (text: string) => text.normalize('NFKC').trim().replace(/[“”"‘’]/g, "'").replace(/\s*,\s*/g, ', ').replace(/\s+/g, ' ');
