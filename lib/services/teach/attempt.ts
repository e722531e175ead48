import 'server-only';
import type { Staff } from '#lib/core/actors.ts';
import type { AttemptId, SubmissionId } from '#lib/core/ids.ts';
import type { Lang } from '#lib/core/lang.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { selectAttempt } from '#lib/data/attempts.ts';
import { selectIncident } from '#lib/data/overview.ts';
import { selectUser } from '#lib/data/users.ts';
import { resultOf, type AttemptResult } from '../attempts/result.ts';
import { viewCompared, type ComparedView } from '../submissions/difference.ts';
import { taught } from './course.ts';
import { mayBeGradedAgain } from './failed.ts';

export type Whose = { id: string; name: string };

/** A sitting with answers, keys and points as they stand; an open one shows no key to anyone, so it is `teach.stillOpen`. */
export function openAttempt(staff: Staff, id: AttemptId, lang: Lang): Result<{ student: Whose; result: AttemptResult }> {
  const attempt = selectAttempt(id);
  if (!attempt || !taught(staff, attempt.courseId).ok) return fail('teach.notFound');
  if (attempt.state === 'open') return fail('teach.stillOpen');
  return ok({ student: nameOf(attempt.userId), result: resultOf(attempt, lang) });
}

/** A submission as its student sees it, with whose it is, why grading failed where it did, and whether it may be graded again. */
export function openSubmission(staff: Staff, id: SubmissionId): Result<{ student: Whose; view: ComparedView; incident: string | null; mayGradeAgain: boolean }> {
  const found = viewCompared(staff, id);
  if (!found.ok || !taught(staff, found.value.submission.courseId).ok) return fail('teach.notFound');
  const { submission } = found.value;
  const mayGradeAgain = mayBeGradedAgain(submission);
  return ok({ student: nameOf(submission.userId), view: found.value, incident: submission.state === 'graded' ? null : selectIncident(id), mayGradeAgain });
}

const nameOf = (id: NonNullable<ReturnType<typeof selectUser>>['id']): Whose => ({ id, name: selectUser(id)!.name });
