'use server';

import { getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { requireStudent } from '#lib/auth/session.ts';
import { isId } from '#lib/core/ids.ts';
import { fail } from '#lib/core/result.ts';
import { failureText } from '#lib/i18n/failure.ts';
import { startSimilar } from '#lib/services/attempts/start.ts';
import type { FormState } from '../../../_ui/form-state.ts';

export async function similarAction(_: FormState, form: FormData): Promise<FormState> {
  const student = await requireStudent();
  const variant = form.get('variant');
  const started = isId('variant', variant) ? await startSimilar(student, variant) : fail('exam.notFound');
  if (!started.ok) return { failure: failureText(await getTranslations(), started.error) };
  redirect(`/attempts/${started.value}`);
}
