import 'server-only';
import { z } from 'zod';
import type { Member } from '#lib/core/actors.ts';
import type { Lang } from '#lib/core/lang.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { fold } from '#lib/core/text/fold.ts';
import { hashPassword, PASSWORD_LENGTH_MAX, verifyPassword } from '#lib/auth/password.ts';
import { insertAudit } from '#lib/data/audit.ts';
import { selectUser, updateUser } from '#lib/data/users.ts';
import { nameSchema, passwordSchema } from './new-user.ts';

/** What people change about their own account: the actor is the subject, so nobody can name another. */
export const changePasswordSchema = z.strictObject({
  current: z.string().min(1).max(PASSWORD_LENGTH_MAX),
  next: passwordSchema,
});

/**
 * Changes one's own password; every session of the person ends, also this one, until it is started with the version returned.
 * Refusal: `account.wrongPassword`.
 */
export async function changePassword(
  member: Member,
  { current, next }: z.infer<typeof changePasswordSchema>,
): Promise<Result<{ sessionVersion: number }>> {
  const user = selectUser(member.userId);
  if (!user || !(await verifyPassword(user.passwordHash, current))) return fail('account.wrongPassword');
  const sessionVersion = user.sessionVersion + 1;
  updateUser(user.id, { passwordHash: await hashPassword(next), sessionVersion });
  insertAudit(user.id, 'account.passwordChanged', user.id);
  return ok({ sessionVersion });
}

export const profileSchema = z.strictObject({ name: nameSchema });

export function setName(member: Member, { name }: z.infer<typeof profileSchema>): void {
  updateUser(member.userId, { name, nameFolded: fold(name) });
}

/** Keeps the language with the account, for the next log-in from a browser that has none chosen. */
export const setLang = (member: Member, lang: Lang): void => void updateUser(member.userId, { lang });

/** The address one logs in with. */
export const ownEmail = (member: Member): string => selectUser(member.userId)?.email ?? '';
