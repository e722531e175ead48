import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { nextPath } from '#lib/auth/next-path.ts';
import { currentMember } from '#lib/auth/session.ts';
import { Notice } from '../_ui/notice.tsx';
import { LogInForm } from './log-in-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.logIn'))('title') };
}

export default async function LogInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = nextPath((await searchParams).next);
  if (await currentMember()) redirect(next);
  const t = await getTranslations('account.logIn');
  const joined = (await cookies()).get('joined')?.value;
  const text = {
    email: t('email'),
    password: t('password'),
    submit: t('submit'),
    noAccount: t('noAccount'),
    signUp: t('signUp'),
    forgotten: t('forgotten'),
  };
  return (
    <div className="mx-auto grid max-w-sm gap-4">
      <h1>{t('title')}</h1>
      {joined ? <Notice kind="right">{t('joined')}</Notice> : null}
      <LogInForm next={next} email={joined ?? ''} text={text} />
    </div>
  );
}
