import 'server-only';
import { z } from 'zod';
import { emailSchema, foldEmail } from '#lib/core/email.ts';
import type { UserId } from '#lib/core/ids.ts';
import { langSchema } from '#lib/core/lang.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { hashPassword } from '#lib/auth/password.ts';
import { insertAudit } from '#lib/data/audit.ts';
import { insertEnrolment, selectCourseByCode } from '#lib/data/courses.ts';
import { inTransaction } from '#lib/data/database.ts';
import { now } from '#lib/data/source.ts';
import { selectUserByEmail } from '#lib/data/users.ts';
import { addUser, nameSchema, passwordSchema } from './new-user.ts';

export const signUpSchema = z.strictObject({
  name: nameSchema,
  email: emailSchema,
  password: passwordSchema,
  joinCode: z.string().trim().toUpperCase().min(4).max(20),
  lang: langSchema,
});
export type SignUp = z.infer<typeof signUpSchema>;

/**
 * Makes a student of the course whose join code was given. Anyone may call it: the code is the right, so it is checked before anything
 * else is told. Refusals: `account.unknownJoinCode`, `account.emailTaken`.
 */
export async function signUp({ joinCode, password, ...person }: SignUp): Promise<Result<UserId>> {
  const course = selectCourseByCode(joinCode);
  if (!course) return fail('account.unknownJoinCode');
  const passwordHash = await hashPassword(password);
  return inTransaction(() => {
    if (selectUserByEmail(foldEmail(person.email))) return fail('account.emailTaken');
    const id = addUser({ ...person, passwordHash, role: 'student' });
    insertEnrolment({ courseId: course.id, userId: id, createdAt: now() });
    insertAudit(id, 'account.signedUp', id, { course: course.id });
    return ok(id);
  });
}
