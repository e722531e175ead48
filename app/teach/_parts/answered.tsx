import { getTranslations } from 'next-intl/server';
import type { Lang } from '#lib/core/lang.ts';
import { highlight, renderInline, renderMarkdown } from '#lib/content/markdown.ts';
import { formatScore } from '#lib/i18n/format.ts';
import type { ResultItem } from '#lib/services/attempts/result.ts';
import { answerText } from '../../attempts/[id]/result/answer-text.ts';

/** One question of a student's paper for the staff: what was asked, answered and right, and the points. */
export async function Answered({ item, lang }: { item: ResultItem; lang: Lang }) {
  const t = await getTranslations('teach.attempt');
  const { review } = item;
  const word = (key: 'paper.true' | 'paper.false') => t(key === 'paper.true' ? 'true' : 'false');
  const html = (text: string) => ({ dangerouslySetInnerHTML: { __html: text } });
  return (
    <article aria-labelledby={item.variant} className="grid grid-cols-1 gap-3 border-t border-line pt-4">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 id={item.variant}>{t('question', { position: item.position })}</h2>
        <p className="tabular-nums">{verdictOf(item, t)} · {formatScore(item.score, lang)} / {formatScore(item.max, lang)}</p>
      </div>
      <div className="prose" {...html(await renderMarkdown(review.view.stem))} />
      {review.view.code ? <div className="prose" {...html(await highlight(review.view.code.text, review.view.code.language))} /> : null}
      <dl className="grid grid-cols-1 gap-1 sm:grid-cols-[9rem_1fr]">
        <dt className="text-text-2">{t('answer')}</dt>
        <dd>{review.answer ? <span className="prose" {...html(await renderInline(answerText(review.view, review.answer, word)))} /> : t('empty')}</dd>
        <dt className="text-text-2">{t('key')}</dt>
        <dd><span className="prose" {...html(await renderInline(answerText(review.view, review.key, word)))} /></dd>
      </dl>
    </article>
  );
}

function verdictOf({ report }: ResultItem, t: Awaited<ReturnType<typeof getTranslations<'teach.attempt'>>>): string {
  if (report === null) return t('empty');
  if (report.outcome !== 'graded') return t('unreadable');
  return t(report.fraction === 1 ? 'right' : report.fraction > 0 ? 'partly' : 'wrong');
}
