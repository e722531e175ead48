'use client';

import Link from 'next/link';
import { useActionState } from 'react';
import { SubmitButton } from '../_ui/button.tsx';
import { Field } from '../_ui/field.tsx';
import { FormMessage } from '../_ui/form-message.tsx';
import type { FormState } from '../_ui/form-state.ts';
import { logInAction } from './action.ts';

type Props = {
  next: string;
  email: string;
  text: Record<'email' | 'password' | 'submit' | 'noAccount' | 'signUp' | 'forgotten', string>;
};

export function LogInForm({ next, email, text }: Props) {
  const [state, action] = useActionState<FormState, FormData>(logInAction, {});
  return (
    <form action={action} className="grid gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="next" value={next} />
      <Field
        name="email"
        type="email"
        label={text.email}
        autoComplete="username"
        required
        defaultValue={state.values?.email ?? email}
      />
      <Field name="password" type="password" label={text.password} autoComplete="current-password" required />
      <SubmitButton>{text.submit}</SubmitButton>
      <p>
        {text.noAccount} <Link href="/signup">{text.signUp}</Link>
      </p>
      <p className="text-sm text-text-2">{text.forgotten}</p>
    </form>
  );
}
