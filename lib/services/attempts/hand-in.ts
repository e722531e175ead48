import 'server-only';
import type { Operator, Student } from '#lib/core/actors.ts';
import { GRACE_MS } from '#lib/core/exams/attempt.ts';
import { instant } from '#lib/core/clock.ts';
import type { AttemptId } from '#lib/core/ids.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { selectOpenDue } from '#lib/data/attempts.ts';
import { now } from '#lib/data/source.ts';
import { closeAttempt } from './close.ts';
import { ownAttempt } from './paper.ts';

/** Hands in the student's paper and grades it. Handing in twice is harmless: the second answers the same. Refusal: `exam.notFound`. */
export function handIn(student: Student, attemptId: AttemptId): Result<AttemptId> {
  const attempt = ownAttempt(student, attemptId);
  if (!attempt) return fail('exam.notFound');
  closeAttempt(attempt.id);
  return ok(attempt.id);
}

/** Hands in every paper whose clock ran out, with what is saved. Returns how many. */
export function handInOverdue(_actor: Operator): number {
  return selectOpenDue(instant(now() - GRACE_MS)).filter((attempt) => closeAttempt(attempt.id)).length;
}
