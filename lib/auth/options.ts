import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { SESSION_SECONDS, sessionCookie } from './cookie.ts';
import { sessionSecret } from './session-secret.ts';
import { logIn, type LoggedIn } from './log-in.ts';
import { addressOf } from './rate-limit.ts';

/** next-auth for programs that log in by its endpoints. Its cookie is the one our own forms set, so both are the same session. */
export function authOptions(): NextAuthOptions {
  return {
    secret: sessionSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    cookies: { sessionToken: sessionCookie() },
    useSecureCookies: sessionCookie().options.secure,
    pages: { signIn: '/login', error: '/login' },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        authorize: (given, request) => authorize(given, request.headers),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) =>
        user ? { sub: user.id, sessionVersion: (user as LoggedIn).sessionVersion } : token,
    },
  };
}

/** Null for a wrong combination; throws the failure's name when there are no tries left, which is how next-auth passes a reason on. */
async function authorize(
  given: Record<string, string> | undefined,
  headers: Record<string, unknown> | undefined,
): Promise<LoggedIn | null> {
  const forwarded = headers?.['x-forwarded-for'];
  const done = await logIn(
    { email: given?.email ?? '', password: given?.password ?? '' },
    addressOf(typeof forwarded === 'string' ? forwarded : null),
  );
  if (done.ok) return done.value;
  if (done.error.code === 'account.rateLimited') throw new Error('rateLimited');
  return null;
}
