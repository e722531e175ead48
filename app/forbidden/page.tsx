import { getTranslations } from 'next-intl/server';
import Link from 'next/link';

export default async function ForbiddenPage() {
  const t = await getTranslations('common');
  return (
    <section className="grid gap-3">
      <h1>{t('forbidden.title')}</h1>
      <p>{t('forbidden.text')}</p>
      <p><Link href="/home">{t('notFound.home')}</Link></p>
    </section>
  );
}
