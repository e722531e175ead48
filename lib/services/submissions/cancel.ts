import 'server-only';
import type { Student } from '#lib/core/actors.ts';
import type { SubmissionId } from '#lib/core/ids.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { inTransaction } from '#lib/data/database.ts';
import { jobQueue } from '#lib/data/jobs.ts';
import { now } from '#lib/data/source.ts';
import { selectSubmission, updateSubmission } from '#lib/data/submissions.ts';

/** Stops the student's own submission: at once while nobody works on it, within a second while it runs. A finished one stays as it is. */
export function cancel(student: Student, id: SubmissionId): Result<null> {
  return inTransaction(() => {
    const submission = selectSubmission(id);
    if (submission?.userId !== student.userId) return fail('code.notFound');
    const at = now();
    if (jobQueue.endIdle(id, at)) updateSubmission(id, { state: 'cancelled', finishedAt: at });
    else jobQueue.requestCancel(id);
    return ok(null);
  });
}
