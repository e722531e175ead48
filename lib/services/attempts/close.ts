import 'server-only';
import { handedInBy, isOverdue } from '#lib/core/exams/attempt.ts';
import type { Instant } from '#lib/core/clock.ts';
import type { AttemptId } from '#lib/core/ids.ts';
import { isEmpty, scoreAnswer } from '#lib/core/questions/score.ts';
import { score, scoreOf, sumScores, type Score } from '#lib/core/score.ts';
import { inTransaction } from '#lib/data/database.ts';
import { insertVariantReport, selectAttempt, selectPaper, updateAttempt, type AttemptRow, type PaperRow } from '#lib/data/attempts.ts';
import { newId, now } from '#lib/data/source.ts';

/**
 * Ends a sitting and grades it. For callers that have checked the right to; the state is read again under the write lock, so two
 * callers at once (the student and the clock) grade once. False when it was over already.
 */
export function closeAttempt(id: AttemptId): boolean {
  return inTransaction(() => {
    const attempt = selectAttempt(id);
    if (attempt?.state !== 'open') return false;
    const at = now();
    const scores = selectPaper(id).map((row) => gradeOne(row, at));
    updateAttempt(id, { state: 'handedIn', handedInAt: at, handedInBy: handedInBy(attempt, at), score: sumScores(scores) });
    return true;
  });
}

/** Ends a sitting whose clock has run out, so nobody waits for the worker's next round. True when it is over now. */
export function closeIfOverdue(attempt: AttemptRow): boolean {
  if (!isOverdue(attempt, now())) return false;
  closeAttempt(attempt.id);
  return true;
}

/** An unanswered question earns nothing and gets no report; an unreadable answer earns nothing and says why. */
function gradeOne({ variant, question, response }: PaperRow, at: Instant): Score {
  const answer = response?.answer ?? null;
  if (answer === null || isEmpty(answer)) return score(0);
  const report = scoreAnswer(question, variant.content, answer);
  const earned = report.outcome === 'graded' ? scoreOf(report.fraction, variant.pointsMax) : score(0);
  insertVariantReport({ id: newId('report'), variantId: variant.id, report, score: earned, createdAt: at });
  return earned;
}
