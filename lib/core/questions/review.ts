import type { Lang, Text } from '../lang.ts';
import type { Check, GradeReport } from '../reports.ts';
import type { Answer } from './answer.ts';
import { correctAnswer } from './key.ts';
import type { Question } from './schema.ts';
import { insertParams } from './text.ts';
import type { Variant } from './variant.ts';
import { inOrder, toStudentView, type StudentView } from './view.ts';

/**
 * One option, reason, row or blank with why it is so; texts are Markdown in one language. An option or reason is correct or incorrect in
 * itself; of a row or a blank the mark says what was answered: right, wrong, or nothing.
 */
export type ReviewLine = { id: string; text: string; mark: 'correct' | 'incorrect' | 'right' | 'wrong' | 'empty'; chosen: boolean; feedback: string };

/** What a student sees of a question after hand-in: everything that teaches. */
export type ReviewView = {
  view: StudentView;
  answer: Answer | null;
  key: Answer;
  lines: ReviewLine[];
  /** Feedback that belongs to the answer as a whole: a recognised slip, the meaning of an interval. */
  remarks: string[];
  solution: string | null;
  noteLines: number[];
  noteConflict: string | null;
  source: string | null;
};

export function toReview(question: Question, variant: Variant, answer: Answer | null, report: GradeReport | null, lang: Lang): ReviewView {
  const fill = (text: Text) => insertParams(text[lang], variant.params, lang);
  const checks = report?.outcome === 'graded' ? report.checks : [];
  return {
    view: toStudentView(question, variant, lang),
    answer,
    key: correctAnswer(question, variant),
    lines: reviewLines(question, variant, answer, checks, fill),
    remarks: remarksOf(question, checks, fill),
    solution: question.solution ? fill(question.solution) : null,
    noteLines: question.lines,
    noteConflict: question.noteConflict ?? null,
    source: question.source ?? null,
  };
}

function reviewLines(question: Question, variant: Variant, answer: Answer | null, checks: Check[], fill: (t: Text) => string): ReviewLine[] {
  const passed = (id: string) => checks.some((c) => c.id === id && c.passed);
  const ownMark = (given: string[], ids: string[]) => (given.every((text) => text.trim() === '') ? 'empty' : ids.every(passed) ? 'right' : 'wrong');
  const truth = (correct: boolean) => (correct ? 'correct' : 'incorrect');
  const chosen = chosenIds(answer);
  const cells = answer && 'cells' in answer ? answer.cells : {};
  const blanks = answer && 'blanks' in answer ? answer.blanks : {};
  switch (question.type) {
    case 'single-choice':
    case 'multiple-choice':
      return inOrder(question.options, variant.order).map((o) => ({ id: o.id, text: fill(o), mark: truth(o.correct), chosen: chosen.has(o.id), feedback: fill(o.feedback) }));
    case 'tf-reason':
      return inOrder(question.reasons, variant.order).map((r) => ({ id: r.id, text: fill(r), mark: truth(r.correct), chosen: chosen.has(r.id), feedback: fill(r.feedback) }));
    case 'table':
      return question.rows.map((row) => ({ id: row.id, text: fill(row), mark: ownMark(Object.values(cells[row.id] ?? {}), Object.keys(row.key).map((c) => `${row.id}.${c}`)), chosen: false, feedback: fill(row.feedback) }));
    case 'cloze-code':
      return question.blanks.map((b) => ({ id: b.id, text: b.accept.map((a) => `\`${a}\``).join(' · '), mark: ownMark([blanks[b.id] ?? ''], [b.id]), chosen: false, feedback: fill(b.feedback) }));
    default:
      return [];
  }
}

function chosenIds(answer: Answer | null): Set<string> {
  if (!answer) return new Set();
  if ('option' in answer) return new Set([answer.option]);
  if ('options' in answer) return new Set(answer.options);
  return new Set('reason' in answer && answer.reason ? [answer.reason] : []);
}

function remarksOf(question: Question, checks: Check[], fill: (t: Text) => string): string[] {
  if (question.type === 'interval') return [fill(question.feedback)];
  if (question.type !== 'numeric' && question.type !== 'shape') return [];
  return checks.flatMap((c) => (c.feedback ? [fill(c.feedback)] : []));
}
