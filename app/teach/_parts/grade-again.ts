'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { requireStaff } from '#lib/auth/session.ts';
import { isId } from '#lib/core/ids.ts';
import { fail } from '#lib/core/result.ts';
import { failureText } from '#lib/i18n/failure.ts';
import { gradeAgain } from '#lib/services/teach/failed.ts';
import type { FormState } from '../../_ui/form-state.ts';

export async function gradeAgainAction(_: FormState, form: FormData): Promise<FormState> {
  const staff = await requireStaff();
  const submission = form.get('submission');
  const released = isId('submission', submission) ? gradeAgain(staff, submission) : fail('teach.notFound');
  if (!released.ok) return { failure: failureText(await getTranslations(), released.error) };
  revalidatePath('/teach', 'layout');
  return {};
}
