'use server';

import { redirect } from 'next/navigation';
import { requireStudent } from '#lib/auth/session.ts';
import { isId } from '#lib/core/ids.ts';
import { handIn } from '#lib/services/attempts/hand-in.ts';

/** Hands in and goes to the result; a second call goes there too. */
export async function handInAction(attempt: string): Promise<void> {
  const student = await requireStudent();
  const handedIn = isId('attempt', attempt) ? handIn(student, attempt) : null;
  redirect(handedIn?.ok ? `/attempts/${handedIn.value}/result` : '/practice');
}
