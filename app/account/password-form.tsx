'use client';

import { useActionState } from 'react';
import { SubmitButton } from '../_ui/button.tsx';
import { Field } from '../_ui/field.tsx';
import { FormMessage } from '../_ui/form-message.tsx';
import type { FormState } from '../_ui/form-state.ts';
import { changePasswordAction } from './action.ts';

export function PasswordForm({ text }: { text: Record<'current' | 'next' | 'save' | 'hint', string> }) {
  const [state, action] = useActionState<FormState, FormData>(changePasswordAction, {});
  return (
    <form action={action} className="grid gap-3">
      <FormMessage state={state} />
      <Field
        name="current"
        type="password"
        label={text.current}
        autoComplete="current-password"
        required
        error={state.fields?.current}
      />
      <Field
        name="next"
        type="password"
        label={text.next}
        hint={text.hint}
        autoComplete="new-password"
        required
        error={state.fields?.next}
      />
      <SubmitButton quiet className="justify-self-start">
        {text.save}
      </SubmitButton>
    </form>
  );
}
