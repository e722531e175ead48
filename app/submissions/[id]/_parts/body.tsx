import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import type { Lang } from '#lib/core/lang.ts';
import { highlight } from '#lib/content/markdown.ts';
import { formatInstant, formatScore } from '#lib/i18n/format.ts';
import { TIME_ZONE } from '#lib/i18n/request.ts';
import { gradingOff } from '#lib/services/grading/state.ts';
import type { ComparedView } from '#lib/services/submissions/difference.ts';
import { Notice } from '../../../_ui/notice.tsx';
import { ScrollRegion } from '../../../_ui/scroll-region.tsx';
import { Difference } from './difference.tsx';
import { Live } from './live.tsx';
import { Report } from './report.tsx';

/** One submission from the queue to its report, for its student and for the staff. Only its student may cancel it. */
export async function SubmissionBody({ view, lang, isOwn }: { view: ComparedView; lang: Lang; isOwn: boolean }) {
  const { submission, task, report, compared } = view;
  const [t, messages] = [await getTranslations('code'), await getMessages()];
  const { live, curve } = messages.code;
  const off = gradingOff();
  const isOpen = submission.state === 'queued' || submission.state === 'running';
  return (
    <>
      <p className="text-text-2 tabular-nums">{t(`state.${report?.outcome === 'ungradable' && !isOpen ? 'failed' : submission.state}`)} · {formatInstant(submission.createdAt, lang, TIME_ZONE)}</p>
      <NextIntlClientProvider messages={{ code: { live, curve } }}>
        {submission.state === 'queued' && off ? <Notice kind="warning">{t(`off.${off}`)}</Notice> : null}
        {isOpen ? <Live submission={submission.id} before={view.before} isQueued={submission.state === 'queued'} isOwn={isOwn} /> : null}
        {submission.state === 'failed' ? <Notice kind="warning">{t('report.failed')}</Notice> : null}
        {submission.state === 'graded' && !report ? <Notice kind="warning">{t(isOwn ? 'report.unreadable' : 'report.unreadableStaff', { score: formatScore(submission.score ?? 0, lang) })}</Notice> : null}
        {submission.state === 'cancelled' ? <Notice kind="info">{t('report.cancelled')}</Notice> : null}
        {report && !isOpen ? <Report report={report} task={task} lang={lang} /> : null}
        {report && compared ? <Difference compared={compared} after={report} lang={lang} href={`${isOwn ? '' : '/teach'}/submissions/${compared.previous}`} /> : null}
      </NextIntlClientProvider>
      <details>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t('report.source')}</summary>
        <ScrollRegion label={t('report.source')} className="numbered overflow-x-auto" html={await highlight(submission.source, 'javascript')} />
      </details>
      <p className="no-print flex flex-wrap gap-x-6">
        <a href={`/submissions/${submission.id}/source`} download className="link min-h-11">{t('report.download')}</a>
        {report ? <a href={`/submissions/${submission.id}/report`} download className="link min-h-11">{t('report.downloadReport')}</a> : null}
      </p>
    </>
  );
}
