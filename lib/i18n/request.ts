import { getRequestConfig } from 'next-intl/server';
import { cookies, headers } from 'next/headers';
import { langSchema, type Lang } from '#lib/core/lang.ts';
import compile from 'icu-minify/compile';
import { catalogue } from './catalogue.ts';
import type { Tree } from './messages.ts';

export const LANG_COOKIE = 'lang';
export const TIME_ZONE = 'Europe/Istanbul';

/** The language of a request: the person's choice (a cookie), else what the browser asks for, else Turkish. */
export default getRequestConfig(async () => {
  const locale = await requestLang();
  return { locale, messages: MESSAGES[locale], timeZone: TIME_ZONE };
});

/**
 * Messages are taken apart here, once, so that no browser needs the parser: `next.config.mjs` puts the formatter without one in its place.
 * Only plain objects travel to a browser, and the compiler makes others.
 */
const compiled = <T extends Tree>(tree: T): T =>
  Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === 'string' ? plain(compile(value)) : compiled(value),
    ]),
  ) as T;

const plain = (message: unknown): unknown => JSON.parse(JSON.stringify(message));

const MESSAGES = { tr: compiled(catalogue('tr')), en: compiled(catalogue('en')) };

async function requestLang(): Promise<Lang> {
  const chosen = langSchema.safeParse((await cookies()).get(LANG_COOKIE)?.value);
  if (chosen.success) return chosen.data;
  const asked = (await headers()).get('accept-language') ?? '';
  return /^\s*en\b/i.test(asked) ? 'en' : 'tr';
}
