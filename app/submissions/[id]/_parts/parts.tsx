import { getTranslations } from 'next-intl/server';
import { bandPoints } from '#lib/core/assignments/band.ts';
import { partsOf } from '#lib/core/assignments/parts.ts';
import type { SubmissionReport } from '#lib/core/assignments/report.ts';
import type { Assignment } from '#lib/core/assignments/schema.ts';
import type { Lang } from '#lib/core/lang.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { ScrollRegion } from '../../../_ui/scroll-region.tsx';

/** The parts of a metric: what each measured, run by run, and the points its median is worth. Nothing for a metric without parts. */
export async function Parts({
  report,
  task,
  lang,
}: {
  report: SubmissionReport;
  task: Assignment;
  lang: Lang;
}) {
  const t = await getTranslations('code.report');
  if (task.metric.name !== 'parts') return null;
  const number = (value: number | null) =>
    value === null ? '–' : formatNumber(value, lang, Math.abs(value) < 10 ? 3 : 1);
  const rows = partsOf(task).map(({ id, text, weight, band }) => {
    const measured = report.metrics.find(({ name }) => name === id);
    const value = measured?.value ?? null;
    const points = value === null ? 0 : (weight * bandPoints(band, value)) / 100;
    return {
      id,
      name: text[lang],
      value,
      perSeed: measured?.perSeed ?? [],
      points: t('partPoints', { points: number(points), most: number(weight) }),
    };
  });
  return (
    <ScrollRegion label={t('parts')} className="overflow-x-auto">
      <table className="tabular-nums">
        <caption className="sr-only">{t('parts')}</caption>
        <thead>
          <tr>
            {[t('part'), t('partValue'), t('partWorth'), t('perSeed')].map((head) => (
              <th key={head} scope="col" className="pr-6 text-left font-normal whitespace-nowrap text-text-2">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, value, perSeed, points }) => (
            <tr key={id} className="border-t border-line">
              <th scope="row" className="min-w-36 py-1 pr-6 text-left font-normal">
                {name}
              </th>
              <td className="pr-6 whitespace-nowrap">{number(value)}</td>
              <td className="pr-6 whitespace-nowrap">{points}</td>
              <td className="pr-6 whitespace-nowrap">{perSeed.map(number).join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
