import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import type { SubmissionReport } from '#lib/core/assignments/report.ts';
import type { Lang } from '#lib/core/lang.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import type { Difference as Compared, DiffLine } from '#lib/services/submissions/difference.ts';
import { ScrollRegion } from '../../../_ui/scroll-region.tsx';

type Props = { compared: Compared; after: SubmissionReport; lang: Lang; href: string };

/** What changed since the student's graded submission before this one: points, metric, and the lines of the code. `href` opens that one. */
export async function Difference({ compared: { before, lines }, after, lang, href }: Props) {
  const t = await getTranslations('code.difference');
  return (
    <section className="grid grid-cols-1 gap-1">
      <h2>{t('title')}</h2>
      <p className="tabular-nums">
        <Link href={href} className="inline-flex min-h-11 items-center">{t('previous')}</Link>{changes(before, after, lang, t).map((change, i) => `${i ? ' · ' : ': '}${change}`)}
      </p>
      {lines === null || lines.length === 0 ? <p>{t(lines === null ? 'otherCode' : 'sameCode')}</p> : <Code lines={lines} t={t} />}
    </section>
  );
}

function Code({ lines, t }: { lines: DiffLine[]; t: T }) {
  const count = (kind: DiffLine['kind']) => lines.filter((line) => line.kind === kind).length;
  const words = { added: t('added'), removed: t('removed') };
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t('code', { added: count('added'), removed: count('removed') })}</summary>
      <ScrollRegion label={t('codeLabel')} className="overflow-x-auto rounded bg-surface-2 p-3">
        <ol className="w-max min-w-full font-mono text-[0.92em] leading-6">{lines.map((line, i) => <Line key={i} line={line} words={words} />)}</ol>
      </ScrollRegion>
    </details>
  );
}

const STYLE = { added: 'bg-correct-surface text-correct', removed: 'bg-wrong-surface text-wrong', same: '', gap: 'text-text-2' } as const;
const MARK = { added: '+', removed: '−', same: ' ', gap: '⋯' } as const;

function Line({ line, words }: { line: DiffLine; words: Record<'added' | 'removed', string> }) {
  return (
    <li className={`whitespace-pre ${STYLE[line.kind]}`}>
      <span aria-hidden>{MARK[line.kind]} </span>
      {line.kind === 'added' || line.kind === 'removed' ? <span className="sr-only">{words[line.kind]}: </span> : null}
      {line.text}
    </li>
  );
}

type T = Awaited<ReturnType<typeof getTranslations<'code.difference'>>>;

function changes(before: SubmissionReport, after: SubmissionReport, lang: Lang, t: T): string[] {
  const points = ({ score, outcome }: SubmissionReport) => (outcome === 'ungradable' ? null : formatNumber(score ?? 0, lang));
  const metric = ({ metrics: [first] }: SubmissionReport) => (first === undefined || first.value === null ? null : formatNumber(first.value, lang, 3));
  return (['points', 'metric'] as const).flatMap((name) => {
    const [old, now] = [before, after].map(name === 'points' ? points : metric);
    return old != null && now != null ? [t(name, { before: old, after: now })] : [];
  });
}
