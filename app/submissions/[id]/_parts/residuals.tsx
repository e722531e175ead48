import { getTranslations } from 'next-intl/server';
import type { Lang } from '#lib/core/lang.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { ScrollRegion } from '../../../_ui/scroll-region.tsx';

const SIZE = { width: 420, height: 150, base: 126 };

/** Prediction minus truth on hidden rows as a histogram from −reach to reach, with the same counts as a table. */
export async function Residuals({ reach, counts, lang }: { reach: number; counts: number[]; lang: Lang }) {
  const t = await getTranslations('code.breakdown');
  const most = Math.max(...counts);
  const step = SIZE.width / counts.length;
  const number = (value: number) => formatNumber(value, lang, reach < 1 ? 4 : 2);
  const edge = (i: number) => -reach + (2 * reach * i) / counts.length;
  const words = t('residualsAlt', { low: number(-reach), high: number(reach), under: sum(counts.slice(0, counts.length >> 1)), over: sum(counts.slice((counts.length >> 1) + 1)) });
  return (
    <>
      <p className="max-w-prose">{words}</p>
      <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} aria-hidden className="h-auto w-full max-w-lg">
        {counts.map((count, i) => <rect key={i} x={i * step + 1} y={SIZE.base - (count / most) * (SIZE.base - 6)} width={step - 2} height={(count / most) * (SIZE.base - 6)} fill="var(--brand)" />)}
        <path d={`M0 ${SIZE.base}H${SIZE.width}M${SIZE.width / 2} 0V${SIZE.base + 4}`} stroke="var(--text-2)" fill="none" />
        <g fontSize="12" fill="var(--text-2)">
          <text x="0" y={SIZE.height - 6}>{number(-reach)}</text>
          <text x={SIZE.width / 2} y={SIZE.height - 6} textAnchor="middle">0</text>
          <text x={SIZE.width} y={SIZE.height - 6} textAnchor="end">{number(reach)}</text>
        </g>
      </svg>
      <details>
        <summary className="min-h-11 cursor-pointer py-2">{t('table')}</summary>
        <ScrollRegion label={t('residuals')} className="max-h-80 overflow-auto">
          <table className="text-sm tabular-nums">
            <thead><tr><th scope="col" className="pr-6 text-end">{t('from')}</th><th scope="col" className="pr-6 text-end">{t('to')}</th><th scope="col" className="text-end">{t('rows')}</th></tr></thead>
            <tbody>
              {counts.map((count, i) => <tr key={i} className="border-t border-line"><td className="pr-6 text-end">{i === 0 ? '−∞' : number(edge(i))}</td><td className="pr-6 text-end">{i === counts.length - 1 ? '∞' : number(edge(i + 1))}</td><td className="text-end">{count}</td></tr>)}
            </tbody>
          </table>
        </ScrollRegion>
      </details>
    </>
  );
}

const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);
