import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SignUpForm } from './sign-up-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.signUp'))('title') };
}

export default async function SignUpPage() {
  const t = await getTranslations('account');
  const names = ['title', 'name', 'joinCode', 'joinCodeHint', 'passwordHint', 'submit', 'haveAccount', 'logIn'] as const;
  const text = { ...Object.fromEntries(names.map((n) => [n, t(`signUp.${n}`)])), email: t('logIn.email'), password: t('logIn.password') };
  return <SignUpForm text={text} />;
}
