import { isClose } from '../numbers/close.ts';
import type { Check, FormatIssue, GradeReport } from '../reports.ts';
import type { AnswerOf } from './answer.ts';
import { readInterval, readNumeric, readShape } from './read-answer.ts';
import type { Interval, QuestionOf, Shape } from './schema.ts';
import type { Variant } from './variant.ts';

/** Judges of what is typed rather than chosen: numbers, shapes and intervals. */
const graded = (fraction: number, checks: Check[]): GradeReport => ({ outcome: 'graded', fraction, checks });
const ungradable = (issues: FormatIssue[]): GradeReport => ({ outcome: 'ungradable', issues });

/** A recognised slip earns half: the method was right up to one named step. */
const SLIP_FRACTION = 0.5;

export function scoreNumeric(question: QuestionOf<'numeric'>, variant: Variant, answer: AnswerOf<'numeric'>): GradeReport {
  const read = readNumeric(answer, question.ratio);
  if (!read.ok) return ungradable(read.issues);
  const near = (key: number) => isClose(read.value, key, question.tolerance, question.relative);
  if (near(numericKey(question, variant))) return graded(1, [{ id: 'value', passed: true, fraction: 1 }]);
  const slip = question.slips.find((s) => near(slipValue(s, variant) as number));
  return slip ? graded(SLIP_FRACTION, [slipCheck(slip, SLIP_FRACTION)]) : graded(0, [{ id: 'value', passed: false, fraction: 0 }]);
}

/**
 * All axes right 1; right rank and at least half of the axes 0.5, where the batch axis does not count: `None` is given away by the
 * stem. A batch axis left out is noted, not penalised, unless the author names just that as a slip. A recognised slip adds its feedback
 * and no credit of its own.
 */
export function scoreShape(question: QuestionOf<'shape'>, variant: Variant, answer: AnswerOf<'shape'>): GradeReport {
  const read = readShape(answer);
  if (!read.ok) return ungradable(read.issues);
  const key = shapeKey(question, variant);
  if (sameShape(read.value, key)) return graded(1, [{ id: 'shape', passed: true, fraction: 1 }]);
  const slipAs = (shape: Shape) => question.slips.find((s) => sameShape(shape, slipValue(s, variant) as Shape | undefined));
  const literal = slipAs(read.value);
  const given = literal ? read.value : withBatchAxis(read.value, key);
  if (sameShape(given, key)) return graded(1, [{ id: 'batchAxis', passed: true, fraction: 1 }]);
  const fraction = atLeastHalf(given, key) ? 0.5 : 0;
  const slip = literal ?? slipAs(given);
  return graded(fraction, [slip ? slipCheck(slip, fraction) : { id: 'shape', passed: false, fraction }]);
}

/** The shape as it was meant: with the batch axis that the key has and the student left out. */
const withBatchAxis = (given: Shape, key: Shape): Shape => (key[0] === null && given.length === key.length - 1 ? [null, ...given] : given);

function atLeastHalf(given: Shape, key: Shape): boolean {
  const first = key[0] === null ? 1 : 0;
  const counted = key.length - first;
  if (given.length !== key.length || counted === 0) return false;
  return key.filter((axis, i) => i >= first && axis === given[i]).length * 2 >= counted;
}

/** A quarter for each end and each bracket; a bracket counts only at a right end, so the usual ")" is no gift. */
export function scoreInterval(question: QuestionOf<'interval'>, variant: Variant, answer: AnswerOf<'interval'>): GradeReport {
  const read = readInterval(answer);
  if (!read.ok) return ungradable(read.issues);
  const key = intervalKey(question, variant);
  const lowRight = sameEnd(read.value.low, key.low);
  const highRight = sameEnd(read.value.high, key.high);
  const parts = { left: lowRight && answer.left === key.left, low: lowRight, high: highRight, right: highRight && answer.right === key.right };
  const checks = Object.entries(parts).map(([id, passed]): Check => ({ id, passed, fraction: passed ? 1 : 0 }));
  return graded(checks.filter((c) => c.passed).length / 4, checks);
}

const sameEnd = (a: Interval['low'], b: Interval['low']) => (typeof a === 'number' && typeof b === 'number' ? isClose(a, b, 1e-6) : a === b);

export const sameShape = (a: Shape | undefined, b: Shape | undefined): boolean =>
  a !== undefined && b !== undefined && a.length === b.length && a.every((axis, i) => axis === b[i]);

export const sameInterval = (a: Interval, b: Interval): boolean =>
  a.left === b.left && a.right === b.right && sameEnd(a.low, b.low) && sameEnd(a.high, b.high);

type Slip = QuestionOf<'numeric' | 'shape'>['slips'][number];

/** The value a slip has in this variant; undefined when it coincides with the key and was dropped. */
const slipValue = (slip: Slip, variant: Variant) => variant.slips[slip.id];

const slipCheck = (slip: Slip, fraction: number): Check => ({ id: slip.id, passed: false, fraction, feedback: slip.feedback });

export const numericKey = (question: QuestionOf<'numeric'>, variant: Variant): number => keyOf(question.key ?? variant.key, question.id) as number;
export const shapeKey = (question: QuestionOf<'shape'>, variant: Variant): Shape => keyOf(question.key ?? variant.key, question.id) as Shape;
export const intervalKey = (question: QuestionOf<'interval'>, variant: Variant): Interval => keyOf(question.key ?? variant.key, question.id) as Interval;

function keyOf<T>(key: T | null | undefined, id: string): T {
  if (key === null || key === undefined) throw new Error(`variant of ${id} has no key`);
  return key;
}
