import 'server-only';
import type { Staff } from '#lib/core/actors.ts';
import type { CourseId, UserId } from '#lib/core/ids.ts';
import type { Lang } from '#lib/core/lang.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { isEnrolled } from '#lib/data/enrolment.ts';
import { selectCourseAttemptsOf, type CourseAttempt } from '#lib/data/overview.ts';
import { selectCourseSubmissions, type CourseSubmission } from '#lib/data/submissions.ts';
import { selectUser } from '#lib/data/users.ts';
import { taught } from './course.ts';
import { columnsOf } from './overview.ts';

export type StudentView = { id: UserId; name: string; email: string; course: CourseId; attempts: (CourseAttempt & { title: string | null })[]; submissions: (CourseSubmission & { title: string })[] };

/** One student's sittings and submissions in a course the person teaches. A student of other courses is `teach.notFound`. */
export function viewStudent(staff: Staff, courseId: CourseId, userId: UserId, lang: Lang): Result<StudentView> {
  const course = taught(staff, courseId);
  if (!course.ok) return course;
  const user = isEnrolled(courseId, userId) ? selectUser(userId) : undefined;
  if (user?.role !== 'student') return fail('teach.notFound');
  const attempts = selectCourseAttemptsOf(courseId, userId);
  const submissions = selectCourseSubmissions(courseId).filter((s) => s.userId === userId);
  const titles = new Map(columnsOf(courseId, lang, new Set([...attempts.map((a) => a.examId), ...submissions.map((s) => s.assignmentId)])).map((c) => [c.id as string, c.title]));
  return ok({
    id: user.id, name: user.name, email: user.email, course: courseId,
    attempts: attempts.map((a) => ({ ...a, title: titles.get(a.examId ?? '') ?? null })),
    submissions: submissions.map((s) => ({ ...s, title: titles.get(s.assignmentId) ?? s.task })),
  });
}
