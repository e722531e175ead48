import { getTranslations } from 'next-intl/server';
import Link from 'next/link';

/** Answered with status 403 wherever a page or an action calls `forbidden()`. */
export default async function Forbidden() {
  const t = await getTranslations('common');
  return (
    <section className="grid gap-3">
      <h1>{t('forbidden.title')}</h1>
      <p className="max-w-prose">{t('forbidden.text')}</p>
      <p className="flex flex-wrap gap-x-6">
        <Link href="/home" className="link">
          {t('notFound.home')}
        </Link>
        <Link href="/account" className="link">
          {t('nav.account')}
        </Link>
      </p>
    </section>
  );
}
