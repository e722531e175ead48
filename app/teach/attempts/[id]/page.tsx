import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { requireStaff } from '#lib/auth/session.ts';
import { isId } from '#lib/core/ids.ts';
import type { Lang } from '#lib/core/lang.ts';
import { failureText } from '#lib/i18n/failure.ts';
import { formatScore } from '#lib/i18n/format.ts';
import { openAttempt } from '#lib/services/teach/attempt.ts';
import { Notice } from '../../../_ui/notice.tsx';
import { Review } from '../../../_ui/review/review.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('teach.student'))('attempts') };
}

export default async function TaughtAttemptPage({ params }: { params: Promise<{ id: string }> }) {
  const staff = await requireStaff();
  const { id } = await params;
  const [t, lang] = [await getTranslations('teach'), (await getLocale()) as Lang];
  const found = isId('attempt', id) ? openAttempt(staff, id, lang) : null;
  if (!found || (!found.ok && found.error.code !== 'teach.stillOpen')) notFound();
  if (!found.ok) return <div className="grid grid-cols-1 gap-6"><h1>{t('student.attempts')}</h1><Notice kind="info">{failureText(await getTranslations(), found.error)}</Notice></div>;
  const { student, result } = found.value;
  const { attempt, items, topics } = result;
  return (
    <div className="grid grid-cols-1 gap-8">
      <header className="grid grid-cols-1 gap-1">
        <h1>{t('attempt.of', { title: result.title ?? t('attempt.untitled'), name: student.name })}</h1>
        <p className="text-2xl font-semibold tabular-nums">{t('attempt.score', { score: formatScore(attempt.score ?? 0, lang), max: formatScore(attempt.scoreMax, lang) })}</p>
        <p className="text-text-2 tabular-nums">{t('attempt.topics')}: {topics.map((topic) => `${topic.title} ${formatScore(topic.score, lang)} / ${formatScore(topic.max, lang)}`).join(' · ')}</p>
      </header>
      <section className="grid grid-cols-1 gap-8">
        <h2>{t('attempt.questions')}</h2>
        {items.map((item) => <Review key={item.variant} item={item} lang={lang} />)}
      </section>
      <p className="no-print"><Link href={`/teach/students/${student.id}?course=${attempt.courseId}`} className="inline-flex min-h-11 items-center">{t('attempt.back')}</Link></p>
    </div>
  );
}
