'use client';

import Link from 'next/link';
import { useActionState } from 'react';
import { SubmitButton } from '../_ui/button.tsx';
import { Field } from '../_ui/field.tsx';
import { FormMessage } from '../_ui/form-message.tsx';
import type { FormState } from '../_ui/form-state.ts';
import { signUpAction } from './action.ts';

type Text = Record<
  | 'name'
  | 'email'
  | 'password'
  | 'passwordHint'
  | 'joinCode'
  | 'joinCodeHint'
  | 'submit'
  | 'haveAccount'
  | 'logIn',
  string
>;

export function SignUpForm({ text }: { text: Text }) {
  const [state, action] = useActionState<FormState, FormData>(signUpAction, {});
  const kept = (name: string) => ({
    name,
    required: true,
    defaultValue: state.values?.[name],
    error: state.fields?.[name],
  });
  return (
    <form action={action} className="grid gap-4">
      <FormMessage state={state} />
      <Field {...kept('name')} label={text.name} autoComplete="name" />
      <Field {...kept('email')} type="email" label={text.email} autoComplete="username" />
      <Field
        name="password"
        required
        type="password"
        label={text.password}
        hint={text.passwordHint}
        autoComplete="new-password"
        error={state.fields?.password}
      />
      <Field
        {...kept('joinCode')}
        label={text.joinCode}
        hint={text.joinCodeHint}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <SubmitButton>{text.submit}</SubmitButton>
      <p>
        {text.haveAccount} <Link href="/login">{text.logIn}</Link>
      </p>
    </form>
  );
}
