import { encode } from 'next-auth/jwt';
import type { UserId } from '#lib/core/ids.ts';

/** The name of the session cookie over http. */
const COOKIE = 'next-auth.session-token';
let session: string | undefined;

/** Stands in for `next/headers`: a browser that holds one cookie, encrypted as the product does it. */
export const nextHeaders = {
  cookies: async () => ({ get: (name: string) => (name === COOKIE && session ? { name, value: session } : undefined) }),
  headers: async () => new Headers(),
};

/** Null: nobody is logged in. A wrong `sessionVersion` is a session from before a password change. */
export async function logIn(id: UserId | null, sessionVersion = 1): Promise<void> {
  session = id === null ? undefined : await encode({ token: { sub: id, sessionVersion }, secret: process.env.NEXTAUTH_SECRET! });
}

/** Stands in for `next/navigation`: what ends an action, as an error with the place one is sent to. */
export const nextNavigation = {
  redirect: (to: string) => {
    throw new Error(to);
  },
  notFound: () => {
    throw new Error('notFound');
  },
  forbidden: () => {
    throw new Error('forbidden');
  },
};
