import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { highlight, renderInline, renderMarkdown } from '#lib/content/markdown.ts';
import type { ReviewLine } from '#lib/core/questions/review.ts';
import type { Explained } from '#lib/services/attempts/result.ts';
import { answerText, keyText } from './answer-text.ts';
import { Html } from './html.tsx';

/** A question that has been answered: own answer, key, why each option is right or wrong, and what to read. */
export async function Explanation({ item }: { item: Explained }) {
  const t = await getTranslations('exam');
  const { review, report } = item;
  const { view, answer, key, lines, remarks, solution, source } = review;
  const issue = report?.outcome === 'ungradable' ? report.issues[0] : undefined;
  const forgotBatch = report?.outcome === 'graded' && report.checks.some((c) => c.id === 'batchAxis');
  return (
    <>
      <Html block html={await renderMarkdown(view.stem)} />
      {view.code ? <Html block html={await highlight(view.code.text, view.code.language)} /> : null}
      <dl className="grid gap-1 sm:grid-cols-[9rem_1fr]">
        <dt className="text-text-2">{t('result.yours')}</dt>
        <dd>
          {answer ? <Html html={await renderInline(answerText(view, answer, t))} /> : t('result.empty')}
          {issue ? (
            <span className="text-wrong">
              {' '}
              {t(`formats.${issue.code.replace('formats.', '')}` as 'formats.empty')}
            </span>
          ) : null}
        </dd>
        <dt className="text-text-2">{t('result.key')}</dt>
        <dd>
          <Html html={await renderInline(keyText(view, key, t))} />
        </dd>
      </dl>
      {lines.length ? (
        <ul className="grid gap-2">
          {lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ul>
      ) : null}
      {forgotBatch ? <p>{t('result.batchAxis')}</p> : null}
      {await Promise.all(
        remarks.map(async (remark) => <Html key={remark} block html={await renderMarkdown(remark)} />),
      )}
      {solution ? <Solution text={solution} /> : null}
      {item.conflict ? (
        <p className="max-w-prose rounded bg-now-surface px-3 py-2">
          <strong>{t('result.conflict')}:</strong> <Html html={await renderInline(item.conflict)} />
        </p>
      ) : null}
      <p className="text-sm text-text-2">
        {t('result.lines', { lines: review.noteLines.join(', ') })}
        {source ? ` · ${t('result.source')}: ${source}` : ''}
      </p>
    </>
  );
}

const MARKS = {
  correct: { word: 'correct', Icon: CircleCheck, colour: 'text-correct' },
  incorrect: { word: 'incorrect', Icon: CircleAlert, colour: 'text-wrong' },
  right: { word: 'yoursRight', Icon: CircleCheck, colour: 'text-correct' },
  wrong: { word: 'yoursWrong', Icon: CircleAlert, colour: 'text-wrong' },
  empty: { word: 'yoursEmpty', Icon: CircleDashed, colour: 'text-text-2' },
} as const;

async function Line({ line }: { line: ReviewLine }) {
  const t = await getTranslations('exam.result');
  const { word, Icon, colour } = MARKS[line.mark];
  return (
    <li className="grid grid-cols-[1.5rem_1fr] gap-2">
      <Icon aria-hidden className={`mt-1 size-5 ${colour}`} />
      <div>
        <Html html={await renderInline(line.text)} />{' '}
        <span className="text-sm text-text-2">
          ({t(word)}
          {line.chosen ? `, ${t('chosen')}` : ''})
        </span>
        <Html block html={await renderMarkdown(line.feedback)} />
      </div>
    </li>
  );
}

async function Solution({ text }: { text: string }) {
  const t = await getTranslations('exam.result');
  return (
    <div>
      <p className="font-semibold">{t('solution')}</p>
      <Html block html={await renderMarkdown(text)} />
    </div>
  );
}
