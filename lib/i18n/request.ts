import { getRequestConfig } from 'next-intl/server';
import { cookies, headers } from 'next/headers';
import { langSchema, type Lang } from '#lib/core/lang.ts';
import { catalogue } from './catalogue.ts';

export const LANG_COOKIE = 'lang';
export const TIME_ZONE = 'Europe/Istanbul';

/** The language of a request: the person's choice (a cookie), else what the browser asks for, else Turkish. */
export default getRequestConfig(async () => {
  const locale = await requestLang();
  return { locale, messages: catalogue(locale), timeZone: TIME_ZONE };
});

async function requestLang(): Promise<Lang> {
  const chosen = langSchema.safeParse((await cookies()).get(LANG_COOKIE)?.value);
  if (chosen.success) return chosen.data;
  const asked = (await headers()).get('accept-language') ?? '';
  return /^\s*en\b/i.test(asked) ? 'en' : 'tr';
}
