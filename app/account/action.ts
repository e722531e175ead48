'use server';

import { getTranslations } from 'next-intl/server';
import { requireMember } from '#lib/auth/session.ts';
import { failureText } from '#lib/i18n/failure.ts';
import { changePassword, changePasswordSchema } from '#lib/services/accounts/accounts.ts';
import { fieldErrors } from '../_ui/field-errors.ts';
import type { FormState } from '../_ui/form-state.ts';

export async function changePasswordAction(_: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember();
  const parsed = changePasswordSchema.safeParse({ current: form.get('current'), next: form.get('next') });
  if (!parsed.success) return { fields: await fieldErrors(parsed.error) };
  const changed = await changePassword(member, parsed.data);
  const t = await getTranslations();
  return changed.ok ? { done: t('account.settings.changed') } : { failure: failureText(t, changed.error) };
}
