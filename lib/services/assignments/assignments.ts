import 'server-only';
import type { Student } from '#lib/core/actors.ts';
import type { Assignment } from '#lib/core/assignments/schema.ts';
import type { Instant } from '#lib/core/clock.ts';
import type { AssignmentId, SubmissionId } from '#lib/core/ids.ts';
import type { Lang } from '#lib/core/lang.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { dataPicture, type Picture } from '#lib/content/picture.ts';
import { readStarter } from '#lib/content/starter.ts';
import { selectAssignment, selectAssignments, type AssignmentRow } from '#lib/data/assignments.ts';
import { now } from '#lib/data/source.ts';
import { selectHistory, selectReport, type SubmissionRow } from '#lib/data/submissions.ts';
import { countUsed, isUngradable, offerRefusal } from '../submissions/submit.ts';

/** Scores are hundredths. `left`: tries that remain, null for no limit. `refusal`: why it takes no submission now. */
export type AssignmentOffer = { id: AssignmentId; task: Assignment; dueAt: Instant | null; best: number | null; submissions: number; left: number | null; refusal: string | null };

/** The coding tasks of the student's courses, without withdrawn ones. */
export function listAssignments(student: Student): AssignmentOffer[] {
  return student.courses.flatMap((course) => selectAssignments(course)).filter(({ offer }) => offer.withdrawnAt === null).map((row) => offerOf(row, selectHistory(row.offer.id, student.userId)));
}

/** As the student reads it: what could not be read counts as not graded, without points. */
export type Tried = Pick<SubmissionRow, 'id' | 'state' | 'createdAt' | 'score'>;
/** `last`: the newest submission with its code, and the line where it failed. */
export type AssignmentView = AssignmentOffer & { starter: string; picture: Picture; history: Tried[]; last: { id: SubmissionId; source: string; line: number | null; message: string | null } | null };

/** One coding task with everything to work on it. Refusal: `code.notFound` (unknown, or of a course that is not the student's). */
export async function viewAssignment(student: Student, id: AssignmentId, lang: Lang): Promise<Result<AssignmentView>> {
  const found = selectAssignment(id);
  if (!found || !student.courses.includes(found.offer.courseId)) return fail('code.notFound');
  const history = selectHistory(id, student.userId);
  const picture = await dataPicture(found.task.id, lang);
  return ok({ ...offerOf(found, history), starter: readStarter(found.task.id, lang), picture, history: history.map(triedOf), last: lastOf(history[0], lang) });
}

const triedOf = (row: SubmissionRow): Tried => {
  const { id, state, createdAt, score } = row;
  return isUngradable(row) ? { id, state: 'failed', createdAt, score: null } : { id, state, createdAt, score };
};

function offerOf({ offer, task }: AssignmentRow, history: SubmissionRow[]): AssignmentOffer {
  const scores = history.flatMap((s) => s.score ?? []);
  const left = offer.submissionsMax === null ? null : Math.max(0, offer.submissionsMax - countUsed(history));
  return { id: offer.id, task, dueAt: offer.dueAt, best: scores.length ? Math.max(...scores) : null, submissions: history.length, left, refusal: offerRefusal({ offer }, now()) };
}

function lastOf(submission: SubmissionRow | undefined, lang: Lang): AssignmentView['last'] {
  if (!submission) return null;
  const message = selectReport(submission.id)?.report.message;
  return { id: submission.id, source: submission.source, line: message?.line ?? null, message: message?.[lang] ?? null };
}
