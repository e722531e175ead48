import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { Lang } from '#lib/core/lang.ts';
import type { ReviewLine } from '#lib/core/questions/review.ts';
import { formatScore } from '#lib/i18n/format.ts';
import { highlight, renderInline, renderMarkdown } from '#lib/content/markdown.ts';
import type { ResultItem } from '#lib/services/attempts/result.ts';
import { answerText, keyText } from './answer-text.ts';
import { similarAction } from './similar.ts';

/** One question after hand-in: own answer, key, why each option is right or wrong, and what to read. */
export async function Review({ item, lang }: { item: ResultItem; lang: Lang }) {
  const t = await getTranslations('exam');
  const { review, report } = item;
  const issue = report?.outcome === 'ungradable' ? report.issues[0] : undefined;
  const forgotBatch = report?.outcome === 'graded' && report.checks.some((c) => c.id === 'batchAxis');
  return (
    <article aria-labelledby={item.variant} className="grid gap-3 border-t border-line pt-4">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h3 id={item.variant} className="font-semibold">{t('paper.question', { position: item.position })}</h3>
        <p className="flex items-center gap-2 tabular-nums"><Verdict item={item} /> {formatScore(item.score, lang)} / {formatScore(item.max, lang)}</p>
      </div>
      <Html block html={await renderMarkdown(review.view.stem)} />
      {review.view.code ? <Html block html={await highlight(review.view.code.text, review.view.code.language)} /> : null}
      <dl className="grid gap-1 sm:grid-cols-[9rem_1fr]">
        <dt className="text-text-2">{t('result.yours')}</dt>
        <dd><Html html={review.answer ? await renderInline(answerText(review.view, review.answer, t)) : t('result.empty')} />{issue ? <span className="text-wrong"> {t(`formats.${issue.code.replace('formats.', '')}` as 'formats.empty')}</span> : null}</dd>
        <dt className="text-text-2">{t('result.key')}</dt>
        <dd><Html html={await renderInline(keyText(review.view, review.key, t))} /></dd>
      </dl>
      {review.lines.length ? <ul className="grid gap-2">{await Promise.all(review.lines.map((line) => lineOf(line, t)))}</ul> : null}
      {forgotBatch ? <p>{t('result.batchAxis')}</p> : null}
      {await Promise.all(review.remarks.map(async (remark) => <Html key={remark} block html={await renderMarkdown(remark)} />))}
      {review.solution ? <div><h4 className="font-semibold">{t('result.solution')}</h4><Html block html={await renderMarkdown(review.solution)} /></div> : null}
      {item.conflict ? <p className="max-w-prose rounded bg-now-surface px-3 py-2"><strong>{t('result.conflict')}:</strong> <Html html={await renderInline(item.conflict)} /></p> : null}
      <p className="text-sm text-text-2">{t('result.lines', { lines: review.noteLines.join(', ') })}{review.source ? ` · ${t('result.source')}: ${review.source}` : ''}</p>
      <form action={similarAction} className="no-print"><input type="hidden" name="variant" value={item.variant} /><button className="button quiet">{t('result.similar')}</button></form>
    </article>
  );
}

type T = Awaited<ReturnType<typeof getTranslations<'exam'>>>;

async function lineOf(line: ReviewLine, t: T) {
  const Icon = line.correct ? CircleCheck : CircleAlert;
  return (
    <li key={line.id} className="grid grid-cols-[1.5rem_1fr] gap-2">
      <Icon aria-hidden className={`mt-1 size-5 ${line.correct ? 'text-right' : 'text-wrong'}`} />
      <div>
        <Html html={await renderInline(line.text)} /> <span className="text-sm text-text-2">({t(line.correct ? 'result.correct' : 'result.incorrect')}{line.chosen ? `, ${t('result.chosen')}` : ''})</span>
        <Html block html={await renderMarkdown(line.feedback)} />
      </div>
    </li>
  );
}

async function Verdict({ item }: { item: ResultItem }) {
  const t = await getTranslations('exam.result');
  if (item.report === null) return <span className="flex items-center gap-1 text-text-2"><CircleDashed aria-hidden className="size-5" />{t('empty')}</span>;
  if (item.report.outcome !== 'graded') return <span className="flex items-center gap-1 text-wrong"><CircleAlert aria-hidden className="size-5" />{t('unreadable')}</span>;
  if (item.report.fraction === 1) return <span className="flex items-center gap-1 text-right"><CircleCheck aria-hidden className="size-5" />{t('right')}</span>;
  return <span className="flex items-center gap-1 text-wrong"><CircleAlert aria-hidden className="size-5" />{t(item.report.fraction > 0 ? 'partly' : 'wrong')}</span>;
}

const Html = ({ html, block = false }: { html: string; block?: boolean }) =>
  block ? <div className="prose" dangerouslySetInnerHTML={{ __html: html }} /> : <span className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
