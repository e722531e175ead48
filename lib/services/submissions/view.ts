import 'server-only';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Member, Student } from '#lib/core/actors.ts';
import { isStaff } from '#lib/auth/actors.ts';
import type { Assignment } from '#lib/core/assignments/schema.ts';
import type { SubmissionReport } from '#lib/core/assignments/report.ts';
import type { AssignmentId, SubmissionId } from '#lib/core/ids.ts';
import type { Lang } from '#lib/core/lang.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { BANK_FOLDER } from '#lib/content/bank.ts';
import { dataPicture, type Picture } from '#lib/content/picture.ts';
import { countBefore, selectAssignment, selectAssignments, selectEventsAfter, selectHistory, selectReport, selectSubmission, type SubmissionRow } from '#lib/data/submissions.ts';

export type AssignmentOffer = { id: AssignmentId; task: Assignment; best: number | null; submissions: number };

/** The coding tasks of the student's courses, with the best score so far in points of 100. */
export function listAssignments(student: Student): AssignmentOffer[] {
  return student.courses.flatMap((course) => selectAssignments(course)).filter(({ offer }) => offer.withdrawnAt === null).map(({ offer, task }) => {
    const history = selectHistory(offer.id, student.userId);
    const scores = history.flatMap((s) => (s.score === null ? [] : [s.score / 100]));
    return { id: offer.id, task, best: scores.length ? Math.max(...scores) : null, submissions: history.length };
  });
}

export type AssignmentView = { id: AssignmentId; task: Assignment; starter: string; picture: Picture; history: SubmissionRow[] };

export async function viewAssignment(student: Student, id: AssignmentId, lang: Lang): Promise<Result<AssignmentView>> {
  const found = selectAssignment(id);
  if (!found || !student.courses.includes(found.offer.courseId)) return fail('code.notFound');
  const file = path.join(BANK_FOLDER, 'assignments', found.task.id, 'starter.js');
  return ok({ id, task: found.task, starter: existsSync(file) ? readFileSync(file, 'utf8') : '', picture: await dataPicture(found.task.id, lang), history: selectHistory(id, student.userId) });
}

export type SubmissionView = { submission: SubmissionRow; task: Assignment; report: SubmissionReport | null; before: number };

/** A submission for its student, or for the staff of its course; for anyone else it does not exist. */
export function viewSubmission(member: Member, id: SubmissionId): Result<SubmissionView> {
  const submission = selectSubmission(id);
  if (!submission || !mayRead(member, submission)) return fail('code.notFound');
  const { task } = selectAssignment(submission.assignmentId)!;
  return ok({ submission, task, report: selectReport(id)?.report ?? null, before: submission.state === 'queued' ? countBefore(id) : 0 });
}

const mayRead = (member: Member, submission: SubmissionRow): boolean =>
  submission.userId === member.userId || (isStaff(member) && (member.role === 'admin' || member.courses.includes(submission.courseId)));

/** Progress after `sequence`, and whether more can come. */
export function readEvents(member: Member, id: SubmissionId, sequence: number): Result<{ events: { sequence: number; event: unknown }[]; state: SubmissionRow['state']; before: number }> {
  const submission = selectSubmission(id);
  if (!submission || !mayRead(member, submission)) return fail('code.notFound');
  return ok({ events: selectEventsAfter(id, sequence), state: submission.state, before: submission.state === 'queued' ? countBefore(id) : 0 });
}
