'use server';

import { cookies } from 'next/headers';
import { revalidatePath } from 'next/cache';
import { currentMember } from '#lib/auth/session.ts';
import { langSchema } from '#lib/core/lang.ts';
import { setLang } from '#lib/services/accounts/profile.ts';
import { keptCookie } from './kept-cookie.ts';
import { themeOf } from './theme.ts';

/** Anyone may choose a language; a member's choice is kept with the account too. */
export async function setLangAction(form: FormData): Promise<void> {
  const lang = langSchema.safeParse(form.get('lang'));
  if (!lang.success) return;
  (await cookies()).set('lang', lang.data, keptCookie());
  const member = await currentMember();
  if (member) setLang(member, lang.data);
  revalidatePath('/', 'layout');
}

export async function setThemeAction(form: FormData): Promise<void> {
  (await cookies()).set('theme', themeOf(String(form.get('theme'))), keptCookie());
  revalidatePath('/', 'layout');
}
