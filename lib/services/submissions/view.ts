import 'server-only';
import type { Member } from '#lib/core/actors.ts';
import type { SubmissionReport } from '#lib/core/assignments/report.ts';
import type { Assignment } from '#lib/core/assignments/schema.ts';
import type { SubmissionId } from '#lib/core/ids.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { isStaff } from '#lib/auth/actors.ts';
import { selectAssignment } from '#lib/data/assignments.ts';
import { selectEventsAfter } from '#lib/data/events.ts';
import { jobQueue } from '#lib/data/jobs.ts';
import { selectReport, selectSubmission, type SubmissionRow } from '#lib/data/submissions.ts';

export type SubmissionView = { submission: SubmissionRow; task: Assignment; report: SubmissionReport | null; before: number };

/** A submission for its student, or for the staff of its course; for anyone else it does not exist. */
export function viewSubmission(member: Member, id: SubmissionId): Result<SubmissionView> {
  const submission = selectSubmission(id);
  if (!submission || !mayRead(member, submission)) return fail('code.notFound');
  const { task } = selectAssignment(submission.assignmentId)!;
  return ok({ submission, task, report: selectReport(id)?.report ?? null, before: placeInQueue(submission) });
}

export type Followed = { events: { sequence: number; event: unknown }[]; state: SubmissionRow['state']; before: number };

/** Progress after event number `sequence`, the state and the number of submissions before this one. Refusals as for `viewSubmission`. */
export function readEvents(member: Member, id: SubmissionId, sequence: number): Result<Followed> {
  const submission = selectSubmission(id);
  if (!submission || !mayRead(member, submission)) return fail('code.notFound');
  return ok({ events: selectEventsAfter(id, sequence), state: submission.state, before: placeInQueue(submission) });
}

const placeInQueue = (submission: SubmissionRow): number => (submission.state === 'queued' ? jobQueue.countBefore(submission.id) : 0);

const mayRead = (member: Member, submission: SubmissionRow): boolean =>
  submission.userId === member.userId || (isStaff(member) && member.courses.includes(submission.courseId));
