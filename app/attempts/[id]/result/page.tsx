import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { requireStudent } from '#lib/auth/session.ts';
import { isId } from '#lib/core/ids.ts';
import type { Lang } from '#lib/core/lang.ts';
import { formatScore } from '#lib/i18n/format.ts';
import { viewResult, type AttemptResult } from '#lib/services/attempts/result.ts';
import { Review } from '../../../_ui/review/review.tsx';
import { SimilarForm } from './similar-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exam.result'))('title') };
}

export default async function ResultPage({ params }: { params: Promise<{ id: string }> }) {
  const student = await requireStudent();
  const { id } = await params;
  if (!isId('attempt', id)) notFound();
  const lang = (await getLocale()) as Lang;
  const result = viewResult(student, id, lang);
  if (!result.ok) return result.error.code === 'exam.stillOpen' ? redirect(`/attempts/${id}`) : notFound();
  const t = await getTranslations('exam.result');
  const { attempt, title, items } = result.value;
  return (
    <div className="grid gap-8">
      <header className="grid gap-1">
        <h1>{title ? `${title}: ${t('title')}` : t('title')}</h1>
        <p className="text-2xl font-semibold tabular-nums">{t('score', { score: formatScore(attempt.score ?? 0, lang), max: formatScore(attempt.scoreMax, lang) })}</p>
        {attempt.handedInBy === 'clock' ? <p className="text-text-2">{t('byClock')}</p> : null}
      </header>
      <Topics topics={result.value.topics} lang={lang} />
      <section className="grid gap-8">
        <h2>{t('questions')}</h2>
        {items.map((item) => <Review key={item.variant} item={item} lang={lang}><SimilarForm variant={item.variant} text={t('similar')} /></Review>)}
      </section>
      <p className="no-print">
        <a href={`/attempts/${attempt.id}/receipts`} download className="inline-flex min-h-11 items-center">{t('receipts')}</a> <span className="text-text-2">{t('receiptsNote')}</span>
      </p>
      <p className="no-print"><Link href="/practice">{t('again')}</Link></p>
    </div>
  );
}

async function Topics({ topics, lang }: { topics: AttemptResult['topics']; lang: Lang }) {
  const t = await getTranslations('exam.result');
  return (
    <section className="grid gap-2">
      <h2>{t('topics')}</h2>
      <table className="max-w-xl border-collapse">
        <thead>
          <tr><th scope="col" className="text-left">{t('topic')}</th><th scope="col" className="text-end">{t('points')}</th></tr>
        </thead>
        <tbody>
          {topics.map((topic) => (
            <tr key={topic.topic} className="border-t border-line">
              <th scope="row" className="py-1 text-left font-normal">{topic.title}</th>
              <td className="py-1 text-end tabular-nums">{formatScore(topic.score, lang)} / {formatScore(topic.max, lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
