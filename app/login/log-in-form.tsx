'use client';

import { getCsrfToken } from 'next-auth/react';
import Link from 'next/link';
import { useState, type SyntheticEvent } from 'react';
import { Field } from '../_ui/field.tsx';

type Props = { text: Record<'title' | 'email' | 'password' | 'submit' | 'noAccount' | 'signUp', string>; failures: Record<'CredentialsSignin' | 'rateLimited', string> };

export function LogInForm({ text, failures }: Props) {
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    setFailure('');
    const reason = await logIn(new FormData(event.currentTarget));
    if (reason === null) return location.assign('/home');
    setBusy(false);
    setFailure(reason === 'rateLimited' ? failures.rateLimited : failures.CredentialsSignin);
  };
  return (
    <form onSubmit={submit} method="post" className="mx-auto grid max-w-sm gap-4">
      <h1>{text.title}</h1>
      <p role="alert" className="min-h-6 text-wrong">{failure}</p>
      <Field name="email" type="email" label={text.email} autoComplete="username" required />
      <Field name="password" type="password" label={text.password} autoComplete="current-password" required />
      <button className="button" disabled={busy}>{text.submit}</button>
      <p>{text.noAccount} <Link href="/signup">{text.signUp}</Link></p>
    </form>
  );
}

/** Null when the session cookie is set; otherwise the reason. */
async function logIn(form: FormData): Promise<string | null> {
  const body = new URLSearchParams({ email: String(form.get('email')), password: String(form.get('password')), csrfToken: (await getCsrfToken()) ?? '', json: 'true' });
  const response = await fetch('/api/auth/callback/credentials', { method: 'POST', body });
  const { url } = (await response.json()) as { url?: string };
  const reason = new URL(url ?? location.href, location.href).searchParams.get('error');
  return reason ?? (response.ok ? null : 'CredentialsSignin');
}
