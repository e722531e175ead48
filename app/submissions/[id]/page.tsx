import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { requireMember } from '#lib/auth/session.ts';
import { isId } from '#lib/core/ids.ts';
import type { Lang } from '#lib/core/lang.ts';
import { viewCompared } from '#lib/services/submissions/difference.ts';
import { SubmissionBody } from './_parts/body.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('code.report'))('title') };
}

export default async function SubmissionPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember();
  const { id } = await params;
  if (!isId('submission', id)) notFound();
  const found = viewCompared(member, id);
  if (!found.ok) notFound();
  const [t, lang] = [await getTranslations('code.report'), (await getLocale()) as Lang];
  const { submission, task } = found.value;
  const isOwn = submission.userId === member.userId;
  return (
    <div className="grid grid-cols-1 gap-6">
      <h1>{task.title[lang]}: {t('title')}</h1>
      <SubmissionBody view={found.value} lang={lang} isOwn={isOwn} />
      {isOwn ? <p className="no-print"><Link href={`/assignments/${submission.assignmentId}`} className="button">{submission.state === 'graded' ? t('again') : t('back')}</Link></p> : null}
    </div>
  );
}
