import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { requireStaff } from '#lib/auth/session.ts';
import { isId } from '#lib/core/ids.ts';
import type { Lang } from '#lib/core/lang.ts';
import { openSubmission } from '#lib/services/teach/attempt.ts';
import { GradeAgainButton } from '../../_parts/grade-again-button.tsx';
import { SubmissionBody } from '../../../submissions/[id]/_parts/body.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('code.report'))('title') };
}

export default async function TaughtSubmissionPage({ params }: { params: Promise<{ id: string }> }) {
  const staff = await requireStaff();
  const { id } = await params;
  const found = isId('submission', id) ? openSubmission(staff, id) : null;
  if (!found?.ok) notFound();
  const { student, view, incident, mayGradeAgain } = found.value;
  const [t, lang] = [await getTranslations('teach'), (await getLocale()) as Lang];
  return (
    <div className="grid grid-cols-1 gap-6">
      <h1>{t('attempt.of', { title: view.task.title[lang], name: student.name })}</h1>
      {incident ? <p className="max-w-prose text-wrong">{t('submission.incident')}: <code lang="en">{incident}</code></p> : null}
      {mayGradeAgain ? <GradeAgainButton submission={view.submission.id} text={t('failed.again')} label={t('failed.againOf', { name: student.name, title: view.task.title[lang] })} /> : null}
      <SubmissionBody view={view} lang={lang} isOwn={false} />
      <p className="no-print"><Link href={`/teach/students/${student.id}?course=${view.submission.courseId}`} className="inline-flex min-h-11 items-center">{t('attempt.back')}</Link></p>
    </div>
  );
}
