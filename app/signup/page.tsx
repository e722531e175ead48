import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { currentMember } from '#lib/auth/session.ts';
import { SignUpForm } from './sign-up-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.signUp'))('title') };
}

export default async function SignUpPage() {
  if (await currentMember()) redirect('/home');
  const t = await getTranslations('account');
  const names = [
    'name',
    'joinCode',
    'joinCodeHint',
    'passwordHint',
    'submit',
    'haveAccount',
    'logIn',
  ] as const;
  const own = Object.fromEntries(names.map((n) => [n, t(`signUp.${n}`)])) as Record<
    (typeof names)[number],
    string
  >;
  return (
    <div className="mx-auto grid max-w-sm gap-4">
      <h1>{t('signUp.title')}</h1>
      <SignUpForm text={{ ...own, email: t('logIn.email'), password: t('logIn.password') }} />
    </div>
  );
}
