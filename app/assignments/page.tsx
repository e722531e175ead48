import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { requireStudent } from '#lib/auth/session.ts';
import type { Lang } from '#lib/core/lang.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { listAssignments } from '#lib/services/submissions/view.ts';
import { Notice } from '../_ui/notice.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('code.list'))('title') };
}

export default async function AssignmentsPage() {
  const student = await requireStudent();
  const [t, lang] = [await getTranslations('code.list'), (await getLocale()) as Lang];
  const offers = listAssignments(student);
  return (
    <div className="grid gap-6">
      <header className="grid gap-2">
        <h1>{t('title')}</h1>
        <p className="max-w-prose">{t('intro')}</p>
      </header>
      {offers.length ? null : <Notice kind="info">{t('none')}</Notice>}
      <ul className="grid gap-6">
        {offers.map(({ id, task, best, submissions }) => (
          <li key={id} className="grid gap-1 border-t border-line pt-4">
            <h2>{task.title[lang]}</h2>
            <p className="text-text-2">{t('submissions', { n: submissions })}{best === null ? '' : ` · ${t('best', { score: formatNumber(best, lang) })}`}</p>
            <Link href={`/assignments/${id}`} className="button justify-self-start" aria-label={`${t('open')}: ${task.title[lang]}`}>{t('open')}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
