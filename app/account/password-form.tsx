'use client';

import { useActionState } from 'react';
import { Field } from '../_ui/field.tsx';
import type { FormState } from '../_ui/form-state.ts';
import { changePasswordAction } from './action.ts';

export function PasswordForm({ text }: { text: Record<'title' | 'current' | 'next' | 'save' | 'hint', string> }) {
  const [state, action, busy] = useActionState<FormState, FormData>(changePasswordAction, {});
  return (
    <form action={action} className="grid gap-4">
      <h2>{text.title}</h2>
      <p role="status" className="min-h-6">{state.failure ?? state.done}</p>
      <Field name="current" type="password" label={text.current} autoComplete="current-password" required error={state.fields?.current} />
      <Field name="next" type="password" label={text.next} hint={text.hint} autoComplete="new-password" required error={state.fields?.next} />
      <button className="button justify-self-start" disabled={busy}>{text.save}</button>
    </form>
  );
}
