import 'server-only';
import { isStaff } from '#lib/auth/actors.ts';
import type { Staff } from '#lib/core/actors.ts';
import type { CourseId } from '#lib/core/ids.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { selectCourse, type CourseRow } from '#lib/data/courses.ts';

/**
 * The course, for those who teach it; administrators belong to all. The role is looked at again although the type says it, because a cast
 * costs nothing and this decides who reads a whole class. Refusals: `common.notAllowed`, `teach.notFound`.
 */
export function taught(staff: Staff, courseId: CourseId): Result<CourseRow> {
  if (!isStaff(staff)) return fail('common.notAllowed');
  const course = staff.courses.includes(courseId) ? selectCourse(courseId) : undefined;
  return course ? ok(course) : fail('teach.notFound');
}
