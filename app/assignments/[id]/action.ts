'use server';

import { getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { requireStudent } from '#lib/auth/session.ts';
import { isId } from '#lib/core/ids.ts';
import { fail } from '#lib/core/result.ts';
import { failureText } from '#lib/i18n/failure.ts';
import { submit } from '#lib/services/submissions/submit.ts';
import type { FormState } from '../../_ui/form-state.ts';

export async function submitAction(_: FormState, form: FormData): Promise<FormState> {
  const student = await requireStudent();
  const assignment = form.get('assignment');
  // A form turns every line end into CRLF; lines of error messages count as typed.
  const source = String(form.get('source') ?? '').replaceAll('\r\n', '\n');
  const submitted = isId('assignment', assignment) ? submit(student, assignment, source) : fail('code.notFound');
  if (!submitted.ok) return { failure: failureText(await getTranslations(), submitted.error) };
  redirect(`/submissions/${submitted.value}`);
}
