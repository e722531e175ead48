import 'server-only';
import type { Staff } from '#lib/core/actors.ts';
import type { Instant } from '#lib/core/clock.ts';
import type { CourseId, SubmissionId } from '#lib/core/ids.ts';
import type { Lang } from '#lib/core/lang.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { selectAssignments } from '#lib/data/assignments.ts';
import { insertAudit } from '#lib/data/audit.ts';
import { inTransaction } from '#lib/data/database.ts';
import { jobQueue } from '#lib/data/jobs.ts';
import { selectFailed } from '#lib/data/overview.ts';
import { now } from '#lib/data/source.ts';
import { selectReport, selectSubmission, updateSubmission, type SubmissionRow } from '#lib/data/submissions.ts';
import { wakeWorker } from '#lib/grading/wake.ts';
import { taught } from './course.ts';

/** `incident`: the grader's own words, in English. */
export type Failed = { id: SubmissionId; name: string; title: string; at: Instant; incident: string | null };

/** What three tries could not grade through a fault of ours, the oldest first. Refusals as for `taught`. */
export function listFailed(staff: Staff, courseId: CourseId, lang: Lang): Result<Failed[]> {
  const found = taught(staff, courseId);
  if (!found.ok) return found;
  const titles = new Map(
    selectAssignments(courseId).map(({ task }) => [`${task.id}@${task.version}`, task.title[lang]]),
  );
  return ok(
    selectFailed(courseId).map(({ task, version, ...row }) => ({
      ...row,
      title: titles.get(`${task}@${version}`) ?? task,
    })),
  );
}

/**
 * Gives a failed submission, or one whose report cannot be read, back to the queue with new tries. Its points stay until the new report.
 * Refusals: as for `taught`; `teach.notFailed` when it waits again or is graded and readable.
 */
export function gradeAgain(staff: Staff, id: SubmissionId): Result<null> {
  const submission = selectSubmission(id);
  if (!submission || !taught(staff, submission.courseId).ok) return fail('teach.notFound');
  const released = inTransaction(() => {
    if (!mayBeGradedAgain(submission) || !jobQueue.revive(id, now())) return false;
    updateSubmission(id, { state: 'queued', finishedAt: null });
    insertAudit(staff.userId, 'submission.gradeAgain', id);
    return true;
  });
  if (!released) return fail('teach.notFailed');
  wakeWorker();
  return ok(null);
}

/** A readable report stands: grading it again would only roll the dice once more. */
export const mayBeGradedAgain = ({ id, state }: SubmissionRow): boolean => state === 'failed' || (state === 'graded' && !selectReport(id));
