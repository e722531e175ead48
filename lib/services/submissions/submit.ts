import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Student } from '#lib/core/actors.ts';
import { freeAt } from '#lib/core/assignments/pace.ts';
import { sourceProblem, type SourceProblem } from '#lib/core/assignments/source.ts';
import { instant, type Instant } from '#lib/core/clock.ts';
import type { AssignmentId, SubmissionId } from '#lib/core/ids.ts';
import { fail, ok, type Failure, type Result } from '#lib/core/result.ts';
import { selectAssignment, type AssignmentRow } from '#lib/data/assignments.ts';
import { inTransaction } from '#lib/data/database.ts';
import { jobQueue } from '#lib/data/jobs.ts';
import { newId, now } from '#lib/data/source.ts';
import { countWaiting, insertSubmission, selectHistory, selectReport, selectTimesSince, type SubmissionRow } from '#lib/data/submissions.ts';
import { wakeWorker } from '#lib/grading/wake.ts';

/** Submissions of one student that may wait or run at a time: to one assignment, and to all. */
const WAITING_MAX = { assignment: 3, all: 6 };
const HOUR_MS = 3_600_000;
/** Far above what learning needs. Each score tells a little about the hidden data (J. Whitehill, arXiv 1707.01825), so nobody asks for hundreds. */
const PACE = { assignment: { max: 20, withinMs: HOUR_MS }, all: { max: 60, withinMs: HOUR_MS } };

export const workSchema = z.strictObject({ language: z.enum(['tfjs', 'keras']), source: z.string() });
export type Work = z.infer<typeof workSchema>;

/**
 * Hands in code. The same code sent again while it waits or runs is the submission it already made, so a double click costs nothing. It
 * queues whether code grading is on or off. Refusals: `code.notFound`, `notOpen`, `withdrawn`, `pastDue`, `wrongLanguage`, `empty`,
 * `tooLarge`, `notText`, `tooManyWaiting`, `tooOften`, `noneLeft`.
 */
export function submit(student: Student, assignmentId: AssignmentId, work: Work): Result<SubmissionId> {
  const assignment = selectAssignment(assignmentId);
  if (!assignment || !student.courses.includes(assignment.offer.courseId)) return fail('code.notFound');
  const refused = offerRefusal(assignment, now()) ?? workProblem(assignment, work);
  if (refused) return fail(refused);
  const submitted = inTransaction(() => queue(student, assignment, work));
  if (submitted.ok) wakeWorker();
  return submitted;
}

type Refusal = 'code.notOpen' | 'code.withdrawn' | 'code.pastDue' | 'code.wrongLanguage' | SourceProblem;

/** Why an assignment takes no submission at this moment; null when it does. */
export function offerRefusal({ offer }: Pick<AssignmentRow, 'offer'>, at: Instant): Refusal | null {
  if (offer.withdrawnAt !== null) return 'code.withdrawn';
  if (offer.opensAt !== null && at < offer.opensAt) return 'code.notOpen';
  return offer.dueAt !== null && at > offer.dueAt ? 'code.pastDue' : null;
}

function workProblem({ task }: AssignmentRow, { language, source }: Work): Refusal | null {
  return task.languages.includes(language) ? sourceProblem(source) : 'code.wrongLanguage';
}

/** Under the write lock: two requests at once cannot both pass the limits. */
function queue(student: Student, { offer }: AssignmentRow, { language, source }: Work): Result<SubmissionId> {
  const sourceHash = createHash('sha256').update(source).digest('hex');
  const history = selectHistory(offer.id, student.userId);
  const waiting = history.filter((s) => s.state === 'queued' || s.state === 'running');
  const same = waiting.find((s) => s.sourceHash === sourceHash && s.language === language);
  if (same) return ok(same.id);
  const createdAt = now();
  const refused = waitingRefusal(student, waiting.length) ?? paceRefusal(student, history, createdAt) ?? triesRefusal(history, offer.submissionsMax);
  if (refused) return { ok: false, error: refused };
  const id = newId('submission');
  insertSubmission({ id, courseId: offer.courseId, assignmentId: offer.id, userId: student.userId, language, source, sourceHash, state: 'queued', createdAt });
  jobQueue.enqueue({ id: newId('job'), submissionId: id, userId: student.userId, priority: offer.priority, createdAt });
  return ok(id);
}

function waitingRefusal({ userId }: Student, toThis: number): Failure | null {
  const max = toThis >= WAITING_MAX.assignment ? WAITING_MAX.assignment : countWaiting(userId) >= WAITING_MAX.all ? WAITING_MAX.all : null;
  return max === null ? null : { code: 'code.tooManyWaiting', values: { max } };
}

function paceRefusal({ userId }: Student, history: readonly SubmissionRow[], at: Instant): Failure | null {
  const free = [
    freeAt(history.map((s) => s.createdAt), PACE.assignment, at),
    freeAt(selectTimesSince(userId, instant(at - PACE.all.withinMs)), PACE.all, at),
  ].filter((time) => time !== null);
  return free.length === 0 ? null : { code: 'code.tooOften', values: { minutes: Math.ceil((Math.max(...free) - at) / 60_000) } };
}

const triesRefusal = (history: readonly SubmissionRow[], max: number | null): Failure | null =>
  max !== null && countUsed(history) >= max ? { code: 'code.noneLeft', values: { max } } : null;

/** Tries that count: not cancelled ones, nor those we failed to grade or could not read. */
export function countUsed(history: readonly SubmissionRow[]): number {
  return history.filter((s) => s.state === 'queued' || s.state === 'running' || (s.state === 'graded' && !isUngradable(s))).length;
}

/** What it left could not be read, so it stands with 0 points. */
export const isUngradable = ({ id, state, score }: Pick<SubmissionRow, 'id' | 'state' | 'score'>): boolean =>
  state === 'graded' && score === 0 && selectReport(id)?.report.outcome === 'ungradable';
