import 'server-only';
import { foldEmail } from '#lib/core/email.ts';
import type { UserId } from '#lib/core/ids.ts';
import type { Lang } from '#lib/core/lang.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { insertAudit } from '#lib/data/audit.ts';
import { selectUserByEmail } from '#lib/data/users.ts';
import { verifyPassword } from './password.ts';
import { clearLoginTries, takeLoginTry } from './rate-limit.ts';

export type LoggedIn = { id: UserId; sessionVersion: number; lang: Lang };

/**
 * Checks a log-in. Any wrong combination fails with `account.wrongLogIn` after the same work, so the caller cannot tell an unknown
 * address, a wrong password and a disabled account apart; `account.rateLimited` after too many tries, whether the account exists or not.
 * `address`: the network address the try came from.
 */
export async function logIn(
  given: { email: string; password: string },
  address: string,
): Promise<Result<LoggedIn>> {
  const email = foldEmail(given.email);
  if (!(await takeLoginTry(email, address))) return fail('account.rateLimited');
  const user = selectUserByEmail(email);
  const matches = await verifyPassword(user?.passwordHash ?? null, given.password);
  if (!matches || !user || user.disabledAt !== null) {
    insertAudit(user?.id ?? null, 'login.failed', user?.id ?? null);
    return fail('account.wrongLogIn');
  }
  await clearLoginTries(email, address);
  insertAudit(user.id, 'login', user.id);
  return ok({ id: user.id, sessionVersion: user.sessionVersion, lang: user.lang });
}
