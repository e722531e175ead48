import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { config } from '#lib/config/config.ts';
import { foldEmail } from '#lib/core/email.ts';
import type { UserId } from '#lib/core/ids.ts';
import { insertAudit } from '#lib/data/audit.ts';
import { selectUserByEmail } from '#lib/data/users.ts';
import { verifyPassword } from './password.ts';
import { clearLoginTries, takeLoginTry } from './rate-limit.ts';

/** Half a day: longer than any exam, shorter than a forgotten machine in a laboratory. */
const SESSION_SECONDS = 12 * 60 * 60;

/** Sessions are encrypted cookies; each request still reads the user row, so a changed password or a disabled account ends them at once. */
export function authOptions(): NextAuthOptions {
  const { url, sessionSecret } = config();
  return {
    ...(sessionSecret ? { secret: sessionSecret } : {}),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    useSecureCookies: url.startsWith('https:'),
    pages: { signIn: '/login', error: '/login' },
    providers: [Credentials({ credentials: { email: {}, password: {} }, authorize: (given, request) => logIn(given, addressOf(request.headers)) })],
    callbacks: {
      jwt: ({ token, user }) => (user ? { ...token, sub: user.id, sessionVersion: (user as LoggedIn).sessionVersion } : token),
      session: ({ session, token }) => ({ ...session, user: { id: token.sub, sessionVersion: token.sessionVersion } }),
    },
  };
}

type LoggedIn = { id: UserId; sessionVersion: number };

/** Null for any wrong combination: the caller cannot tell an unknown address from a wrong password. Throws "rateLimited" after too many tries. */
async function logIn(given: Record<'email' | 'password', string> | undefined, address: string): Promise<LoggedIn | null> {
  const email = foldEmail(given?.email ?? '');
  if (!(await takeLoginTry(email, address))) throw new Error('rateLimited');
  const user = selectUserByEmail(email);
  const matches = await verifyPassword(user?.passwordHash ?? null, given?.password ?? '');
  if (!matches || !user || user.disabledAt !== null) {
    insertAudit(user?.id ?? null, 'login.failed', user?.id ?? null);
    return null;
  }
  await clearLoginTries(email, address);
  insertAudit(user.id, 'login', user.id);
  return { id: user.id, sessionVersion: user.sessionVersion };
}

const addressOf = (headers: Record<string, unknown> | undefined): string => String(headers?.['x-forwarded-for'] ?? 'direct').split(',')[0]!.trim();
