import { config } from '#lib/config/config.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** How a choice of language or theme is kept in the browser. */
export const keptCookie = () =>
  ({
    maxAge: YEAR_SECONDS,
    sameSite: 'lax',
    path: '/',
    httpOnly: true,
    secure: config().url.startsWith('https:'),
  }) as const;
