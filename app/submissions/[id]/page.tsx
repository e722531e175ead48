import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { requireMember } from '#lib/auth/session.ts';
import { isId } from '#lib/core/ids.ts';
import type { Lang } from '#lib/core/lang.ts';
import { highlight } from '#lib/content/markdown.ts';
import { viewSubmission } from '#lib/services/submissions/view.ts';
import { Notice } from '../../_ui/notice.tsx';
import { Live } from './live.tsx';
import { Report } from './report.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('code.report'))('title') };
}

export default async function SubmissionPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember();
  const { id } = await params;
  if (!isId('submission', id)) notFound();
  const found = viewSubmission(member, id);
  if (!found.ok) notFound();
  const { submission, task, report } = found.value;
  const [t, lang] = [await getTranslations('code'), (await getLocale()) as Lang];
  const isRunning = submission.state === 'queued' || submission.state === 'running';
  const text = {
    state: { queued: t('state.queued'), running: t('state.running') }, stage: { preparing: t('stage.preparing'), training: t('stage.training'), scoring: t('stage.scoring') },
    cancel: t('report.cancel'), epoch: t('report.epoch'), loss: t('report.loss'), accuracy: t('report.accuracy'), curve: t('report.curve'),
  };
  return (
    <div className="grid gap-6">
      <h1>{task.title[lang]}: {t('report.title')}</h1>
      {isRunning ? <Live submission={id} text={text} own={submission.userId === member.userId} /> : null}
      {submission.state === 'failed' ? <Notice kind="warning">{t('report.failed')}</Notice> : null}
      {submission.state === 'cancelled' ? <Notice kind="info">{t('report.cancelled')}</Notice> : null}
      {report ? <Report report={report} lang={lang} text={text} /> : null}
      <details>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t('report.source')}</summary>
        <div tabIndex={0} role="region" aria-label={t('report.source')} className="overflow-x-auto" dangerouslySetInnerHTML={{ __html: await highlight(submission.source, 'javascript') }} />
      </details>
      {submission.userId === member.userId ? <p className="no-print"><Link href={`/assignments/${submission.assignmentId}`}>{t('report.back')}</Link></p> : null}
    </div>
  );
}
