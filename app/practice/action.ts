'use server';

import { getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { requireStudent } from '#lib/auth/session.ts';
import { isId } from '#lib/core/ids.ts';
import { fail } from '#lib/core/result.ts';
import { failureText } from '#lib/i18n/failure.ts';
import { startAttempt } from '#lib/services/attempts/start.ts';
import type { FormState } from '../_ui/form-state.ts';

export async function startAction(_: FormState, form: FormData): Promise<FormState> {
  const student = await requireStudent();
  const exam = form.get('exam');
  const started = isId('exam', exam) ? await startAttempt(student, exam) : fail('exam.notFound');
  if (!started.ok) return { failure: failureText(await getTranslations(), started.error) };
  redirect(`/attempts/${started.value}`);
}
