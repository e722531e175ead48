import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { requireStaff } from '#lib/auth/session.ts';
import type { Staff } from '#lib/core/actors.ts';
import { isId } from '#lib/core/ids.ts';
import type { Lang } from '#lib/core/lang.ts';
import { listCourses } from '#lib/services/courses/courses.ts';
import { formatTerm } from '#lib/i18n/format.ts';
import { gradingOff, gradingState } from '#lib/services/grading/state.ts';
import { EXPORTS } from '#lib/services/teach/export.ts';
import { listFailed } from '#lib/services/teach/failed.ts';
import { overview, type Overview } from '#lib/services/teach/overview.ts';
import { Notice } from '../_ui/notice.tsx';
import { FailedList } from './_parts/failed-list.tsx';
import { Scores } from './_parts/scores.tsx';

type Props = { searchParams: Promise<{ course?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('teach.overview'))('title') };
}

export default async function TeachPage({ searchParams }: Props) {
  const staff = await requireStaff();
  const [t, lang] = [await getTranslations('teach.overview'), (await getLocale()) as Lang];
  const asked = (await searchParams).course ?? staff.courses[0];
  if (asked === undefined) return <div className="grid grid-cols-1 gap-6"><h1>{t('title')}</h1><Notice kind="info">{t('noCourse')}</Notice></div>;
  const found = isId('course', asked) ? overview(staff, asked, lang) : null;
  if (!found?.ok) notFound();
  const course = found.value;
  return (
    <div className="grid grid-cols-1 gap-8">
      <header className="grid grid-cols-1 gap-2">
        <h1>{course.title}</h1>
        <p className="text-text-2">{t('facts', { term: formatTerm(course.term, lang), students: course.students.length })} · {t('joinCode')}: <code>{course.joinCode}</code></p>
        <Courses staff={staff} current={course.id} lang={lang} />
      </header>
      <State course={course} staff={staff} lang={lang} />
      <section className="grid grid-cols-1 gap-2">
        <h2>{t('students')}</h2>
        {course.students.length ? <Scores course={course} lang={lang} /> : <p>{t('none', { code: course.joinCode })}</p>}
      </section>
      <section className="grid grid-cols-1 gap-2">
        <h2>{t('export')}</h2>
        <p className="max-w-prose text-text-2">{t('exportHint')}</p>
        <ul className="flex flex-wrap gap-3">
          {EXPORTS.map((what) => <li key={what}><a className="button quiet" href={`/teach/export/${what}?course=${course.id}`} download>{t(what)} (CSV)</a></li>)}
        </ul>
      </section>
    </div>
  );
}

async function Courses({ staff, current, lang }: { staff: Staff; current: string; lang: Lang }) {
  const t = await getTranslations('teach.overview');
  const courses = listCourses(staff, lang);
  if (courses.length < 2) return null;
  return (
    <nav aria-label={t('courses')} className="flex flex-wrap gap-x-4">
      {courses.map((c) => <Link key={c.id} href={`/teach?course=${c.id}`} aria-current={c.id === current ? 'page' : undefined} className="inline-flex min-h-11 items-center aria-[current]:font-semibold">{c.title} ({formatTerm(c.term, lang)})</Link>)}
    </nav>
  );
}

/** What needs the staff's eye: grading that is off, work that waits, and what we failed to grade. */
async function State({ course, staff, lang }: { course: Overview; staff: Staff; lang: Lang }) {
  const [t, code] = [await getTranslations('teach.overview'), await getTranslations('code')];
  const [off, state] = [gradingOff(), gradingState()];
  const failed = listFailed(staff, course.id, lang);
  return (
    <section className="grid grid-cols-1 gap-2">
      <h2>{t('grading')}</h2>
      {off ? <Notice kind="warning">{code(`off.${off}`)}{state ? <span lang="en" className="block">{state.detail}</span> : null}</Notice> : <p>{t('gradingOn')}</p>}
      {course.waiting ? <p>{t('waiting', { n: course.waiting })}</p> : null}
      {failed.ok && failed.value.length ? <FailedList failed={failed.value} lang={lang} /> : null}
    </section>
  );
}
