import 'server-only';
import { z } from 'zod';
import { ROLES, type Admin, type Operator, type Role } from '#lib/core/actors.ts';
import type { Instant } from '#lib/core/clock.ts';
import { emailSchema, foldEmail } from '#lib/core/email.ts';
import type { UserId } from '#lib/core/ids.ts';
import { langSchema } from '#lib/core/lang.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { compareTurkish } from '#lib/core/text/fold.ts';
import { isAdmin, isAdminOrOperator } from '#lib/auth/actors.ts';
import { hashPassword } from '#lib/auth/password.ts';
import { randomCode } from '#lib/auth/random-code.ts';
import { insertAudit } from '#lib/data/audit.ts';
import { insertEnrolment, selectFirstCourse } from '#lib/data/courses.ts';
import { inTransaction } from '#lib/data/database.ts';
import { now } from '#lib/data/source.ts';
import { selectUserByEmail, selectUsers, updateUser } from '#lib/data/users.ts';
import { addUser, nameSchema } from './new-user.ts';

/** Accounts of others: for administrators, and for whoever sits at the server. Anyone else gets `common.notAllowed`. */
export const createUserSchema = z.strictObject({
  name: nameSchema,
  email: emailSchema,
  role: z.enum(ROLES),
  lang: langSchema,
});

const PASSWORD_LENGTH = 16;

/** Adds an account with a random password, which is returned this once. Students and instructors join the first course. Refusal: `account.emailTaken`. */
export async function createUser(
  actor: Admin | Operator,
  input: z.infer<typeof createUserSchema>,
): Promise<Result<{ id: UserId; password: string }>> {
  if (!isAdminOrOperator(actor)) return fail('common.notAllowed');
  const password = randomCode(PASSWORD_LENGTH);
  const passwordHash = await hashPassword(password);
  return inTransaction(() => {
    if (selectUserByEmail(foldEmail(input.email))) return fail('account.emailTaken');
    const id = addUser({ ...input, passwordHash });
    const course = selectFirstCourse();
    if (course && input.role !== 'admin')
      insertEnrolment({ courseId: course.id, userId: id, createdAt: now() });
    insertAudit(idOf(actor), 'account.created', id, { role: input.role });
    return ok({ id, password });
  });
}

/** Gives an account a new random password, which is returned this once, and ends its sessions. Refusal: `account.unknownEmail`. */
export async function resetPassword(
  actor: Admin | Operator,
  email: string,
): Promise<Result<{ password: string }>> {
  if (!isAdminOrOperator(actor)) return fail('common.notAllowed');
  const user = selectUserByEmail(foldEmail(email));
  if (!user) return fail('account.unknownEmail', { email });
  const password = randomCode(PASSWORD_LENGTH);
  updateUser(user.id, {
    passwordHash: await hashPassword(password),
    sessionVersion: user.sessionVersion + 1,
  });
  insertAudit(idOf(actor), 'account.passwordReset', user.id);
  return ok({ password });
}

/** What an administrator sees of an account: never the hash. `disabledAt` null: active. */
export type AccountView = {
  id: UserId;
  name: string;
  email: string;
  role: Role;
  createdAt: Instant;
  disabledAt: Instant | null;
};

/** Every account, in alphabetical order. */
export function listUsers(actor: Admin): Result<AccountView[]> {
  if (!isAdmin(actor)) return fail('common.notAllowed');
  return ok(
    selectUsers()
      .map(({ id, name, email, role, createdAt, disabledAt }) => ({
        id,
        name,
        email,
        role,
        createdAt,
        disabledAt,
      }))
      .toSorted((a, b) => compareTurkish(a.name, b.name)),
  );
}

const idOf = (actor: Admin | Operator): UserId | null => (isAdmin(actor) ? actor.userId : null);
