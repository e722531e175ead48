import 'server-only';
import type { Member, Role, Staff } from '#lib/core/actors.ts';
import type { CourseId, UserId } from '#lib/core/ids.ts';
import type { Lang } from '#lib/core/lang.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { compareTurkish } from '#lib/core/text/fold.ts';
import { isStaff } from '#lib/auth/actors.ts';
import { selectCourse, selectMembers, type CourseRow } from '#lib/data/courses.ts';

/** What any member sees of a course: never the join code. */
export type CourseView = { id: CourseId; title: string; term: string; timeZone: string };

/** The courses the person belongs to, oldest first; every course for an administrator. */
export const listCourses = (member: Member, lang: Lang): CourseView[] =>
  member.courses.flatMap((id) => selectCourse(id) ?? []).map((course) => viewOf(course, lang));

/** One course with its join code, for those who teach it. A course of others is `common.notFound`, as is one that does not exist. */
export function openCourse(
  actor: Staff,
  id: CourseId,
  lang: Lang,
): Result<CourseView & { joinCode: string }> {
  if (!isStaff(actor)) return fail('common.notAllowed');
  const course = actor.courses.includes(id) ? selectCourse(id) : undefined;
  return course ? ok({ ...viewOf(course, lang), joinCode: course.joinCode }) : fail('common.notFound');
}

export type CourseMember = { id: UserId; name: string; email: string; role: Role };

/** The people of a course in alphabetical order, for those who teach it. Refusals as for `openCourse`. */
export function listMembers(actor: Staff, id: CourseId): Result<CourseMember[]> {
  if (!isStaff(actor)) return fail('common.notAllowed');
  if (!actor.courses.includes(id)) return fail('common.notFound');
  return ok(
    selectMembers(id)
      .map(({ id: userId, name, email, role }) => ({ id: userId, name, email, role }))
      .toSorted((a, b) => compareTurkish(a.name, b.name)),
  );
}

const viewOf = ({ id, titleTr, titleEn, term, timeZone }: CourseRow, lang: Lang): CourseView => ({
  id,
  title: lang === 'tr' ? titleTr : titleEn,
  term,
  timeZone,
});
