'use server';

import { cookies } from 'next/headers';
import { revalidatePath } from 'next/cache';
import { currentMember } from '#lib/auth/session.ts';
import { langSchema } from '#lib/core/lang.ts';
import { setLang } from '#lib/services/accounts/accounts.ts';
import { themeOf } from './theme.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;
const kept = { maxAge: YEAR_SECONDS, sameSite: 'lax', path: '/', httpOnly: true } as const;

/** Anyone may choose a language; a member's choice is kept with the account too. */
export async function setLangAction(form: FormData): Promise<void> {
  const lang = langSchema.safeParse(form.get('lang'));
  if (!lang.success) return;
  (await cookies()).set('lang', lang.data, kept);
  const member = await currentMember();
  if (member) setLang(member, lang.data);
  revalidatePath('/', 'layout');
}

export async function setThemeAction(form: FormData): Promise<void> {
  (await cookies()).set('theme', themeOf(String(form.get('theme'))), kept);
  revalidatePath('/', 'layout');
}
