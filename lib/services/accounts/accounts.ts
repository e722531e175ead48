import 'server-only';
import { z } from 'zod';
import type { Admin, Member, Operator, Role } from '#lib/core/actors.ts';
import { emailSchema, foldEmail } from '#lib/core/email.ts';
import type { UserId } from '#lib/core/ids.ts';
import { LANGS, type Lang } from '#lib/core/lang.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { fold } from '#lib/core/text/fold.ts';
import { hashPassword, PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN, verifyPassword } from '#lib/auth/password.ts';
import { insertAudit } from '#lib/data/audit.ts';
import { inTransaction } from '#lib/data/database.ts';
import { newId, now } from '#lib/data/source.ts';
import { insertEnrolment, insertUser, selectAnyCourse, selectCourseByCode, selectUser, selectUserByEmail, updateUser } from '#lib/data/users.ts';
import { randomCode } from '../seed.ts';

const name = z.string().trim().min(2).max(100);
const password = z.string().min(PASSWORD_LENGTH_MIN).max(PASSWORD_LENGTH_MAX);

export const signUpSchema = z.strictObject({ name, email: emailSchema, password, joinCode: z.string().trim().toUpperCase().min(4).max(20), lang: z.enum(LANGS) });
export type SignUp = z.infer<typeof signUpSchema>;

/** Makes a student of the course whose join code was given. Anyone may call it: the code is the right. */
export async function signUp(input: SignUp): Promise<Result<UserId>> {
  const course = selectCourseByCode(input.joinCode);
  if (!course) return fail('account.unknownJoinCode');
  const passwordHash = await hashPassword(input.password);
  return inTransaction(() => {
    if (selectUserByEmail(foldEmail(input.email))) return fail('account.emailTaken');
    const id = addUser({ ...input, passwordHash, role: 'student' });
    insertEnrolment({ courseId: course.id, userId: id, createdAt: now() });
    insertAudit(id, 'account.signedUp', id);
    return ok(id);
  });
}

type NewUser = { name: string; email: string; passwordHash: string; role: Role; lang: Lang };

function addUser({ name: fullName, email, passwordHash, role, lang }: NewUser): UserId {
  const id = newId('user');
  insertUser({ id, email: email.trim(), emailFolded: foldEmail(email), name: fullName, nameFolded: fold(fullName), passwordHash, role, lang, createdAt: now() });
  return id;
}

export const changePasswordSchema = z.strictObject({ current: z.string().max(PASSWORD_LENGTH_MAX), next: password });

/** Changes one's own password; every other session of the person ends. Returns the new session version. */
export async function changePassword(member: Member, input: z.infer<typeof changePasswordSchema>): Promise<Result<null>> {
  const user = selectUser(member.userId)!;
  if (!(await verifyPassword(user.passwordHash, input.current))) return fail('account.wrongPassword');
  updateUser(user.id, { passwordHash: await hashPassword(input.next), sessionVersion: user.sessionVersion + 1 });
  insertAudit(user.id, 'account.passwordChanged', user.id);
  return ok(null);
}

export const setLang = (member: Member, lang: Lang): void => void updateUser(member.userId, { lang });

export const createUserSchema = z.strictObject({ name, email: emailSchema, role: z.enum(['student', 'instructor', 'admin']), lang: z.enum(LANGS) });

/** Adds an account with a random password, which is returned once. Students and instructors join the first course. */
export async function createUser(_actor: Admin | Operator, input: z.infer<typeof createUserSchema>): Promise<Result<{ id: UserId; password: string }>> {
  const fresh = randomCode(16);
  const passwordHash = await hashPassword(fresh);
  return inTransaction(() => {
    if (selectUserByEmail(foldEmail(input.email))) return fail('account.emailTaken');
    const id = addUser({ ...input, passwordHash });
    const course = selectAnyCourse();
    if (course && input.role !== 'admin') insertEnrolment({ courseId: course.id, userId: id, createdAt: now() });
    insertAudit(null, 'account.created', id, { role: input.role });
    return ok({ id, password: fresh });
  });
}

/** Gives an account a new random password, which is returned once, and ends its sessions. */
export async function resetPassword(_actor: Admin | Operator, email: string): Promise<Result<{ password: string }>> {
  const user = selectUserByEmail(foldEmail(email));
  if (!user) return fail('account.unknownEmail', { email });
  const fresh = randomCode(16);
  updateUser(user.id, { passwordHash: await hashPassword(fresh), sessionVersion: user.sessionVersion + 1 });
  insertAudit(null, 'account.passwordReset', user.id);
  return ok({ password: fresh });
}
