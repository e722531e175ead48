import 'server-only';
import { createHash } from 'node:crypto';
import type { Student } from '#lib/core/actors.ts';
import type { AssignmentId, SubmissionId } from '#lib/core/ids.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { inTransaction } from '#lib/data/database.ts';
import { cancelQueued, insertJob, requestCancel } from '#lib/data/jobs.ts';
import { newId, now } from '#lib/data/source.ts';
import { insertSubmission, selectAssignment, selectHistory, selectSubmission, updateSubmission } from '#lib/data/submissions.ts';

export const SOURCE_BYTES_MAX = 256 * 1024;
/** Submissions of one student to one assignment that may wait or run at a time. */
const WAITING_MAX = 3;

/** Hands in code. The same code sent again while it waits or runs is the submission it already made, so a double click costs nothing. */
export function submit(student: Student, assignmentId: AssignmentId, source: string): Result<SubmissionId> {
  const assignment = selectAssignment(assignmentId);
  if (!assignment || !student.courses.includes(assignment.offer.courseId)) return fail('code.notFound');
  if (assignment.offer.withdrawnAt !== null) return fail('code.withdrawn');
  if (assignment.offer.dueAt !== null && now() > assignment.offer.dueAt) return fail('code.pastDue');
  const unreadable = sourceProblem(source);
  if (unreadable) return fail(unreadable);
  const sourceHash = createHash('sha256').update(source).digest('hex');
  return inTransaction(() => {
    const history = selectHistory(assignmentId, student.userId);
    const waiting = history.filter((s) => s.state === 'queued' || s.state === 'running');
    const same = waiting.find((s) => s.sourceHash === sourceHash);
    if (same) return ok(same.id);
    if (waiting.length >= WAITING_MAX) return fail('code.tooManyWaiting', { max: WAITING_MAX });
    const max = assignment.offer.submissionsMax;
    if (max !== null && history.filter((s) => s.state !== 'cancelled' && s.state !== 'failed').length >= max) return fail('code.noneLeft', { max });
    const id = newId('submission');
    const createdAt = now();
    insertSubmission({ id, courseId: assignment.offer.courseId, assignmentId, userId: student.userId, language: 'tfjs', source, sourceHash, state: 'queued', createdAt });
    insertJob({ id: newId('job'), kind: 'grade', submissionId: id, userId: student.userId, state: 'queued', priority: 0, tries: 0, runAfter: createdAt, cancelRequested: false, createdAt });
    return ok(id);
  });
}

function sourceProblem(source: string): 'code.empty' | 'code.tooLarge' | 'code.notText' | null {
  if (source.trim() === '') return 'code.empty';
  if (Buffer.byteLength(source) > SOURCE_BYTES_MAX) return 'code.tooLarge';
  return source.includes('\u0000') || source.includes('\ufffd') ? 'code.notText' : null;
}

/** Stops the student's own submission: at once while it waits, within a moment while it runs. A finished one stays as it is. */
export function cancel(student: Student, id: SubmissionId): Result<null> {
  return inTransaction(() => {
    const submission = selectSubmission(id);
    if (submission?.userId !== student.userId) return fail('code.notFound');
    if (cancelQueued(id)) updateSubmission(id, { state: 'cancelled', finishedAt: now() });
    else if (submission.state === 'running') requestCancel(id);
    return ok(null);
  });
}
