'use server';

import { getTranslations } from 'next-intl/server';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { endSession, startSession } from '#lib/auth/cookie.ts';
import { requireMember } from '#lib/auth/session.ts';
import { failureText } from '#lib/i18n/failure.ts';
import {
  changePassword,
  changePasswordSchema,
  profileSchema,
  setName,
} from '#lib/services/accounts/profile.ts';
import { fieldErrors } from '../_ui/field-errors.ts';
import type { FormState } from '../_ui/form-state.ts';

export async function setNameAction(_: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember();
  const parsed = profileSchema.safeParse({ name: form.get('name') });
  if (!parsed.success)
    return { fields: await fieldErrors(parsed.error), values: { name: String(form.get('name')) } };
  setName(member, parsed.data);
  revalidatePath('/', 'layout');
  return { done: (await getTranslations('account.settings'))('nameSaved') };
}

/** Ends every session of the person and starts this browser's anew. */
export async function changePasswordAction(_: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember();
  const parsed = changePasswordSchema.safeParse({ current: form.get('current'), next: form.get('next') });
  if (!parsed.success) return { fields: await fieldErrors(parsed.error) };
  const changed = await changePassword(member, parsed.data);
  const t = await getTranslations();
  if (!changed.ok) return { failure: failureText(t, changed.error) };
  await startSession({ id: member.userId, ...changed.value });
  return { done: t('account.settings.changed') };
}

export async function logOutAction(): Promise<void> {
  await endSession();
  redirect('/login');
}
