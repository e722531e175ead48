'use server';

import { revalidatePath } from 'next/cache';
import { requireStudent } from '#lib/auth/session.ts';
import { isId } from '#lib/core/ids.ts';
import { cancel } from '#lib/services/submissions/cancel.ts';

export async function cancelAction(form: FormData): Promise<void> {
  const student = await requireStudent();
  const submission = form.get('submission');
  if (!isId('submission', submission)) return;
  cancel(student, submission);
  revalidatePath(`/submissions/${submission}`);
}
