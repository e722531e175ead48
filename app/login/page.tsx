import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { currentMember } from '#lib/auth/session.ts';
import { LogInForm } from './log-in-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.logIn'))('title') };
}

export default async function LogInPage() {
  if (await currentMember()) redirect('/home');
  const t = await getTranslations();
  const names = ['title', 'email', 'password', 'submit', 'noAccount', 'signUp'] as const;
  const text = Object.fromEntries(names.map((n) => [n, t(`account.logIn.${n}`)])) as Record<(typeof names)[number], string>;
  return <LogInForm text={text} failures={{ CredentialsSignin: t('account.failures.wrongLogIn'), rateLimited: t('account.failures.rateLimited') }} />;
}
