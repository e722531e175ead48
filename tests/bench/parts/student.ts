import { memberOfClaims } from '#lib/auth/member.ts';
import type { Student } from '#lib/core/actors.ts';
import { selectUserByEmail } from '#lib/data/users.ts';

/** A student of the ready-made course. */
export const STUDENT_EMAIL = 'deniz@derin.local';

export function studentOfCourse(): Student {
  const user = selectUserByEmail(STUDENT_EMAIL)!;
  return memberOfClaims({ sub: user.id, sessionVersion: user.sessionVersion }) as Student;
}
