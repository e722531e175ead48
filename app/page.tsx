import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { currentMember } from '#lib/auth/session.ts';

export default async function StartPage() {
  const [t, member] = await Promise.all([getTranslations(), currentMember()]);
  return (
    <section className="grid max-w-xl gap-5 py-8">
      <h1>{t('account.start.title')}</h1>
      <p className="text-lg">{t('common.tagline')}</p>
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
    </section>
  );
}
