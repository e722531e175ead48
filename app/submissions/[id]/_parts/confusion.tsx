import { getTranslations } from 'next-intl/server';
import type { Lang } from '#lib/core/lang.ts';
import { formatNumber, formatPercent } from '#lib/i18n/format.ts';
import { ScrollRegion } from '../../../_ui/scroll-region.tsx';

/** `counts[true][predicted]`, the last column without a readable prediction. A cell's shade is its share of the row; the number says it too. */
export async function Confusion({ counts, lang }: { counts: number[][]; lang: Lang }) {
  const t = await getTranslations('code.breakdown');
  const unread = counts.some((row) => row.at(-1)! > 0);
  const columns = counts.map((_, i) => i);
  return (
    <>
    <p className="text-sm text-text-2">{t('confusionHint')}</p>
    <ScrollRegion label={t('confusion')} className="overflow-x-auto">
      <table className="border-separate border-spacing-0.5 text-sm tabular-nums">
        <caption className="sr-only">{t('confusion')}</caption>
        <thead>
          <tr>
            <td className="px-2 text-end whitespace-nowrap text-text-2"><span className="max-sm:sr-only">{t('corner')}</span></td>
            {columns.map((c) => <th key={c} scope="col" className="text-center sm:px-2 font-semibold">{c}</th>)}
            {unread ? <th scope="col" className="px-2 text-center font-semibold">{t('unread')}</th> : null}
            <th scope="col" className="px-2 text-end font-semibold">{t('recall')}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map((row, label) => <Row key={label} label={label} row={unread ? row : row.slice(0, -1)} lang={lang} />)}
        </tbody>
      </table>
    </ScrollRegion>
    </>
  );
}

function Row({ label, row, lang }: { label: number; row: number[]; lang: Lang }) {
  const sum = row.reduce((a, b) => a + b, 0);
  return (
    <tr>
      <th scope="row" className="px-2 text-end font-semibold">{label}</th>
      {row.map((count, column) => (
        <td key={column} style={shade(column === label, sum > 0 ? count / sum : 0)} className="min-w-6 py-1 text-center sm:min-w-9 sm:px-2">{count === 0 ? <span className="text-text-2">0</span> : formatNumber(count, lang)}</td>
      ))}
      <td className="px-2 text-end">{sum > 0 ? formatPercent(row[label]! / sum, lang) : '–'}</td>
    </tr>
  );
}

/** Half strength at most, so that the text on it keeps its contrast in both themes. */
const shade = (isRight: boolean, share: number) =>
  share === 0 ? {} : { backgroundColor: `color-mix(in srgb, var(${isRight ? '--right' : '--wrong'}) ${Math.round(8 + 24 * share)}%, transparent)` };
