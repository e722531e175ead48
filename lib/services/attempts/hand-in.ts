import 'server-only';
import type { Operator, Student } from '#lib/core/actors.ts';
import { GRACE_MS, isOverdue } from '#lib/core/exams/attempt.ts';
import { instant } from '#lib/core/clock.ts';
import type { AttemptId } from '#lib/core/ids.ts';
import { isEmpty, scoreAnswer } from '#lib/core/questions/score.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { score, scoreOf, sumScores, type Score } from '#lib/core/score.ts';
import { inTransaction } from '#lib/data/database.ts';
import { insertVariantReport, selectOpenDue, selectPaper, updateAttempt, type AttemptRow, type PaperRow } from '#lib/data/attempts.ts';
import { newId, now } from '#lib/data/source.ts';
import { ownAttempt } from './paper.ts';

/** Hands in the student's paper and grades it. Handing in twice is harmless: the second answers the same. */
export function handIn(student: Student, attemptId: AttemptId): Result<AttemptId> {
  return inTransaction(() => {
    const attempt = ownAttempt(student, attemptId);
    if (!attempt) return fail('exam.notFound');
    if (attempt.state === 'open') close(attempt, 'student');
    return ok(attempt.id);
  });
}

/** Hands in every paper whose clock ran out, with what is saved. Returns how many. */
export function handInOverdue(_actor: Operator): number {
  const at = now();
  const due = selectOpenDue(instant(at - GRACE_MS)).filter((attempt) => isOverdue(attempt, at));
  due.forEach((attempt) => inTransaction(() => close(attempt, 'clock')));
  return due.length;
}

function close(attempt: AttemptRow, by: 'student' | 'clock'): void {
  const scores = selectPaper(attempt.id).map(gradeOne);
  updateAttempt(attempt.id, { state: 'handedIn', handedInAt: now(), handedInBy: by, score: sumScores(scores) });
}

/** An unanswered question earns nothing and gets no report; an unreadable answer earns nothing and says why. */
function gradeOne({ variant, question, response }: PaperRow): Score {
  const answer = response?.answer ?? null;
  if (answer === null || isEmpty(answer)) return score(0);
  const report = scoreAnswer(question, variant.content, answer);
  const earned = report.outcome === 'graded' ? scoreOf(report.fraction, variant.pointsMax) : score(0);
  insertVariantReport({ id: newId('report'), variantId: variant.id, report, score: earned, createdAt: now() });
  return earned;
}
