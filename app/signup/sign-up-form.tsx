'use client';

import Link from 'next/link';
import { useActionState } from 'react';
import { Field } from '../_ui/field.tsx';
import type { FormState } from '../_ui/form-state.ts';
import { signUpAction } from './action.ts';

export function SignUpForm({ text }: { text: Record<string, string> }) {
  const [state, action, busy] = useActionState<FormState, FormData>(signUpAction, {});
  const error = (name: string) => state.fields?.[name];
  const typed = (name: string) => state.values?.[name];
  return (
    <form action={action} className="mx-auto grid max-w-sm gap-4">
      <h1>{text.title}</h1>
      <p role="alert" className="min-h-6 text-wrong">{state.failure}</p>
      <Field name="name" label={text.name!} autoComplete="name" required defaultValue={typed('name')} error={error('name')} />
      <Field name="email" type="email" label={text.email!} autoComplete="username" required defaultValue={typed('email')} error={error('email')} />
      <Field name="password" type="password" label={text.password!} hint={text.passwordHint} autoComplete="new-password" required error={error('password')} />
      <Field name="joinCode" label={text.joinCode!} hint={text.joinCodeHint} autoComplete="off" autoCapitalize="characters" required defaultValue={typed('joinCode')} error={error('joinCode')} />
      <button className="button" disabled={busy}>{text.submit}</button>
      <p>{text.haveAccount} <Link href="/login">{text.logIn}</Link></p>
    </form>
  );
}
