import { getTranslations } from 'next-intl/server';
import Link from 'next/link';

export default async function NotFound() {
  const t = await getTranslations('common.notFound');
  return (
    <section className="grid gap-3">
      <h1>{t('title')}</h1>
      <p>{t('text')}</p>
      <p><Link href="/home">{t('home')}</Link></p>
    </section>
  );
}
