import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { currentMember } from '#lib/auth/session.ts';
import { Sample } from './_start/sample.tsx';

type Props = { searchParams: Promise<{ question?: string | string[]; option?: string | string[] }> };

export default async function StartPage({ searchParams }: Props) {
  const [t, member, asked] = await Promise.all([getTranslations(), currentMember(), searchParams]);
  return (
    <div className="grid max-w-2xl grid-cols-1 gap-10 py-4">
      <header className="grid gap-4">
        <h1>{t('account.start.title')}</h1>
        <p className="max-w-prose text-lg">{t('common.tagline')}</p>
        <p className="flex flex-wrap gap-3">
          <Link href={member ? '/home' : '/signup'} className="button">
            {member ? t('account.start.practice') : t('common.nav.signUp')}
          </Link>
          {member ? null : (
            <Link href="/login" className="button quiet">
              {t('common.nav.logIn')}
            </Link>
          )}
        </p>
      </header>
      <div id="sample" className="scroll-mt-4">
        <Sample given={{ question: one(asked.question), option: one(asked.option) }} />
      </div>
    </div>
  );
}

const one = (value: string | string[] | undefined): string | null =>
  typeof value === 'string' ? value : null;
