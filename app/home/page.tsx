import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { requireMember } from '#lib/auth/session.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('common.nav'))('home') };
}

export default async function HomePage() {
  const member = await requireMember();
  const t = await getTranslations('account.home');
  return (
    <div className="grid gap-8">
      <h1>{t('title', { name: member.name })}</h1>
      {member.role === 'student' ? (
        <section className="grid max-w-xl gap-2">
          <h2>{t('practice')}</h2>
          <p>{t('practiceText')}</p>
          <Link href="/practice" className="button justify-self-start">{t('open')}</Link>
        </section>
      ) : null}
    </div>
  );
}
