import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { requireMember } from '#lib/auth/session.ts';
import { isStudent } from '#lib/auth/actors.ts';
import type { Role, Student } from '#lib/core/actors.ts';
import type { Lang } from '#lib/core/lang.ts';
import { listCourses } from '#lib/services/courses/courses.ts';
import { listOffers } from '#lib/services/practice/list.ts';
import { PageHeader } from '../_ui/page-header.tsx';
import { Section } from '../_ui/section.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('common.nav'))('home') };
}

export default async function HomePage() {
  const member = await requireMember();
  const [t, lang] = await Promise.all([getTranslations('account.home'), getLocale()]);
  const courses = listCourses(member, lang as Lang)
    .map((course) => course.title)
    .join(' · ');
  return (
    <div className="grid max-w-xl gap-8">
      <PageHeader title={t('title', { name: member.name })}>{courses}</PageHeader>
      {isStudent(member) ? <OpenPapers student={member} /> : null}
      {PLACES[member.role].map((place) => (
        <Section key={place} title={t(place)}>
          <p>{t(`${place}Text`)}</p>
          <p>
            <Link href={`/${place}`} className="button quiet" aria-label={`${t(place)}: ${t('open')}`}>
              {t('open')}
            </Link>
          </p>
        </Section>
      ))}
    </div>
  );
}

const PLACES = {
  student: ['practice', 'assignments'],
  instructor: ['teach'],
  admin: ['admin', 'teach'],
} as const satisfies Record<Role, string[]>;

/** Papers whose sitting is still open; nothing when there are none. */
async function OpenPapers({ student }: { student: Student }) {
  const [t, lang] = await Promise.all([getTranslations('account.home'), getLocale()]);
  const open = listOffers(student, lang as Lang).flatMap(({ title, open: sitting }) =>
    sitting ? [{ title, id: sitting.id }] : [],
  );
  if (open.length === 0) return null;
  return (
    <Section title={t('continue')}>
      <ul className="grid gap-3">
        {open.map(({ title, id }) => (
          <li key={id} className="flex flex-wrap items-center gap-4">
            <span className="font-semibold">{title}</span>
            <Link href={`/attempts/${id}`} className="button" aria-label={`${title}: ${t('resume')}`}>
              {t('resume')}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
