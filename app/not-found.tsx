import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import Link from 'next/link';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('common.notFound'))('title') };
}

export default async function NotFound() {
  const t = await getTranslations('common.notFound');
  return (
    <section className="grid gap-3">
      <h1>{t('title')}</h1>
      <p>{t('text')}</p>
      <p>
        <Link href="/home" className="link">
          {t('home')}
        </Link>
      </p>
    </section>
  );
}
