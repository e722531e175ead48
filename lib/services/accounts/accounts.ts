import 'server-only';
import { z } from 'zod';
import { ROLES, type Admin, type Operator } from '#lib/core/actors.ts';
import { emailSchema, foldEmail } from '#lib/core/email.ts';
import type { UserId } from '#lib/core/ids.ts';
import { langSchema } from '#lib/core/lang.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { isAdmin, isAdminOrOperator } from '#lib/auth/actors.ts';
import { hashPassword } from '#lib/auth/password.ts';
import { randomCode } from '#lib/auth/random-code.ts';
import { insertAudit } from '#lib/data/audit.ts';
import { inTransaction } from '#lib/data/database.ts';
import { selectUserByEmail, updateUser } from '#lib/data/users.ts';
import { addUser, joinFirstCourse, nameSchema } from './new-user.ts';

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
    if (input.role !== 'admin') joinFirstCourse(id);
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

const idOf = (actor: Admin | Operator): UserId | null => (isAdmin(actor) ? actor.userId : null);
