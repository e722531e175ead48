import 'server-only';
import { decode, encode } from 'next-auth/jwt';
import { cookies } from 'next/headers';
import { config } from '#lib/config/config.ts';
import type { UserId } from '#lib/core/ids.ts';
import { sessionSecret } from './session-secret.ts';

/** Half a day: longer than any exam, shorter than a forgotten machine in a laboratory. */
export const SESSION_SECONDS = 12 * 60 * 60;

/** The one description of the session cookie, for next-auth and for our own forms. Secure, and so named, when people come over https. */
export function sessionCookie() {
  const secure = config().url.startsWith('https:');
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
  return { name: `${secure ? '__Secure-' : ''}next-auth.session-token`, options };
}

/** Logs this browser in. The cookie holds an encrypted token: who, and the version of the account's sessions it belongs to. */
export async function startSession(user: { id: UserId; sessionVersion: number }): Promise<void> {
  const token = { sub: user.id, sessionVersion: user.sessionVersion };
  const { name, options } = sessionCookie();
  const value = await encode({ token, secret: sessionSecret(), maxAge: SESSION_SECONDS });
  (await cookies()).set(name, value, { ...options, maxAge: SESSION_SECONDS });
}

export async function endSession(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}

/** What the request's cookie claims; null without one, or when it is forged, damaged or past its time. */
export async function sessionClaims(): Promise<{ sub?: unknown; sessionVersion?: unknown } | null> {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  // Whatever is wrong with the token, its bearer is a stranger.
  return token ? decode({ token, secret: sessionSecret() }).catch(() => null) : null;
}
