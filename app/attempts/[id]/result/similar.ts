'use server';

import { redirect } from 'next/navigation';
import { requireStudent } from '#lib/auth/session.ts';
import { isId } from '#lib/core/ids.ts';
import { startSimilar } from '#lib/services/attempts/start.ts';

export async function similarAction(form: FormData): Promise<void> {
  const student = await requireStudent();
  const variant = form.get('variant');
  const started = isId('variant', variant) ? await startSimilar(student, variant) : null;
  redirect(started?.ok ? `/attempts/${started.value}` : '/practice');
}
