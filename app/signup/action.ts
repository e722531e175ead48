'use server';

import { getLocale, getTranslations } from 'next-intl/server';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { failureText } from '#lib/i18n/failure.ts';
import { signUp, signUpSchema } from '#lib/services/accounts/sign-up.ts';
import { fieldErrors } from '../_ui/field-errors.ts';
import type { FormState } from '../_ui/form-state.ts';
import { keptCookie } from '../_ui/kept-cookie.ts';

/** The log-in page greets a new member once, for two minutes at most. */
const GREETING_SECONDS = 120;

export async function signUpAction(_: FormState, form: FormData): Promise<FormState> {
  const given = Object.fromEntries(
    ['name', 'email', 'password', 'joinCode'].map((name) => [name, String(form.get(name) ?? '')]),
  );
  const { password: _password, ...values } = given;
  const parsed = signUpSchema.safeParse({ ...given, lang: await getLocale() });
  if (!parsed.success) return { fields: await fieldErrors(parsed.error), values };
  const made = await signUp(parsed.data);
  if (!made.ok) return { failure: failureText(await getTranslations(), made.error), values };
  (await cookies()).set('joined', parsed.data.email, { ...keptCookie(), maxAge: GREETING_SECONDS });
  redirect('/login');
}
