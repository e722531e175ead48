import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { requireStaff } from '#lib/auth/session.ts';
import { isId } from '#lib/core/ids.ts';
import type { Lang } from '#lib/core/lang.ts';
import { formatInstant, formatScore } from '#lib/i18n/format.ts';
import { TIME_ZONE } from '#lib/i18n/request.ts';
import { viewStudent } from '#lib/services/teach/student.ts';
import { WorkTable, type WorkRow } from '../../_parts/work-table.tsx';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ course?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('teach.student'))('title') };
}

export default async function StudentPage({ params, searchParams }: Props) {
  const staff = await requireStaff();
  const [{ id }, asked] = [await params, (await searchParams).course];
  const [t, code, lang] = [await getTranslations('teach.student'), await getTranslations('code.state'), (await getLocale()) as Lang];
  const course = asked ?? staff.courses[0];
  const found = isId('user', id) && isId('course', course) ? viewStudent(staff, course, id, lang) : null;
  if (!found?.ok) notFound();
  const student = found.value;
  const attempts = student.attempts.map((a): WorkRow => ({
    id: a.id, title: a.title ?? t('drill'), href: a.state === 'open' ? null : `/teach/attempts/${a.id}`, when: formatInstant(a.startedAt, lang, TIME_ZONE),
    state: t(a.state === 'open' ? 'open' : a.handedInBy === 'clock' ? 'clock' : 'handedIn'), score: a.score === null ? '–' : `${formatScore(a.score, lang)} / ${formatScore(a.scoreMax, lang)}`,
  }));
  const submissions = student.submissions.map((s): WorkRow => ({
    id: s.id, title: s.title, href: `/teach/submissions/${s.id}`, when: formatInstant(s.createdAt, lang, TIME_ZONE), state: code(s.state), score: s.score === null ? '–' : `${formatScore(s.score, lang)} / 100`,
  }));
  return (
    <div className="grid grid-cols-1 gap-8">
      <header className="grid grid-cols-1 gap-1">
        <h1>{student.name}</h1>
        <p className="text-text-2">{student.email}</p>
      </header>
      <section className="grid grid-cols-1 gap-2"><h2>{t('attempts')}</h2>{attempts.length ? <WorkTable rows={attempts} first={t('exam')} label={t('attempts')} /> : <p>{t('noAttempts')}</p>}</section>
      <section className="grid grid-cols-1 gap-2"><h2>{t('submissions')}</h2>{submissions.length ? <WorkTable rows={submissions} first={t('assignment')} label={t('submissions')} /> : <p>{t('noSubmissions')}</p>}</section>
      <p className="no-print"><Link href={`/teach?course=${student.course}`} className="inline-flex min-h-11 items-center">{t('back')}</Link></p>
    </div>
  );
}
