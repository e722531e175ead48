'use server';

import { revalidatePath } from 'next/cache';
import { notFound } from 'next/navigation';
import { requireStudent } from '#lib/auth/session.ts';
import { isId } from '#lib/core/ids.ts';
import { cancel } from '#lib/services/submissions/cancel.ts';

/** Somebody else's submission is not found, as one that does not exist. */
export async function cancelAction(form: FormData): Promise<void> {
  const student = await requireStudent();
  const submission = form.get('submission');
  if (!isId('submission', submission) || !cancel(student, submission).ok) notFound();
  revalidatePath(`/submissions/${submission}`);
}
