'use server';

import { getTranslations } from 'next-intl/server';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { startSession } from '#lib/auth/cookie.ts';
import { logIn } from '#lib/auth/log-in.ts';
import { nextPath } from '#lib/auth/next-path.ts';
import { addressOf } from '#lib/auth/rate-limit.ts';
import type { Lang } from '#lib/core/lang.ts';
import { failureText } from '#lib/i18n/failure.ts';
import type { FormState } from '../_ui/form-state.ts';
import { keptCookie } from '../_ui/kept-cookie.ts';

/** Wide on purpose: a misspelt address is told what a wrong password is told. */
const logInSchema = z.strictObject({ email: z.string().trim().max(254), password: z.string().max(1000) });

export async function logInAction(_: FormState, form: FormData): Promise<FormState> {
  const parsed = logInSchema.safeParse({ email: form.get('email'), password: form.get('password') });
  const t = await getTranslations();
  if (!parsed.success) return { failure: t('account.failures.wrongLogIn') };
  const done = await logIn(parsed.data, addressOf((await headers()).get('x-forwarded-for')));
  if (!done.ok) return { failure: failureText(t, done.error), values: { email: parsed.data.email } };
  await startSession(done.value);
  await bringLang(done.value.lang);
  redirect(nextPath(form.get('next')));
}

/** A browser without a choice of its own takes the language of the account. */
async function bringLang(lang: Lang): Promise<void> {
  const jar = await cookies();
  jar.delete('joined');
  if (!jar.has('lang')) jar.set('lang', lang, keptCookie());
}
