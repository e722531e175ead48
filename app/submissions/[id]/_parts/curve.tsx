import { useLocale, useTranslations } from 'next-intl';
import type { Epoch } from '#lib/core/assignments/report.ts';
import type { Lang } from '#lib/core/lang.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { LineChart, type Line } from '../../../_ui/line-chart.tsx';
import { ScrollRegion } from '../../../_ui/scroll-region.tsx';
import { seriesOf, type Series } from './series.ts';

/** Loss and accuracy by epoch as they arrive, with the same numbers as a table below. `seed`: of the run, where there are several. */
export function Curve({ points, seed = null }: { points: Epoch[]; seed?: number | null }) {
  const t = useTranslations('code.curve');
  const lang = useLocale() as Lang;
  const series = seriesOf(points);
  const learning = [t('training'), t('validation')] as const;
  const adversarial = [t('generator'), t('discriminator')] as const;
  const lossNames = series.isAdversarial ? adversarial : learning;
  const shared = { xTitle: t('epoch'), x: series.epoch, lang };
  const hasAccuracy = hasNumbers(series.accuracy, series.valAccuracy);
  const title = <figcaption className="font-semibold">{seed === null ? t('title') : t('titleOf', { seed })}</figcaption>;
  if (points.length > 0 && !hasAccuracy && !hasNumbers(series.loss, series.valLoss)) return <figure>{title}<p>{t('noNumbers')}</p></figure>;
  return (
    <figure className="grid grid-cols-1 gap-2">
      {title}
      {points.length ? null : <p className="text-text-2">{t('waiting')}</p>}
      <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
        <LineChart {...shared} title={t('loss')} lines={pairOf(lossNames, series.loss, series.valLoss)} />
        {hasAccuracy ? (
          <LineChart
            {...shared}
            title={t('accuracy')}
            lines={pairOf(learning, series.accuracy, series.valAccuracy)}
            range={[0, 1]}
          />
        ) : null}
      </div>
      <details>
        <summary className="min-h-11 cursor-pointer py-2">{t('table')}</summary>
        <Numbers series={series} lossNames={lossNames} lang={lang} />
      </details>
    </figure>
  );
}

const hasNumbers = (...columns: Series['loss'][]): boolean => columns.flat().some((v) => v !== null);

type Names = readonly [solid: string, dashed: string];

const pairOf = ([solid, dashed]: Names, first: Series['loss'], second: Series['loss']): Line[] => [
  { name: solid, values: first, look: 'solid' },
  { name: dashed, values: second, look: 'dashed' },
];

function Numbers({ series, lossNames, lang }: { series: Series; lossNames: Names; lang: Lang }) {
  const t = useTranslations('code.curve');
  const columns = [
    { head: `${t('loss')} (${lossNames[0]})`, values: series.loss },
    { head: `${t('loss')} (${lossNames[1]})`, values: series.valLoss },
    { head: `${t('accuracy')} (${t('training')})`, values: series.accuracy },
    { head: `${t('accuracy')} (${t('validation')})`, values: series.valAccuracy },
  ].filter(({ values }) => values.some((v) => v !== null));
  return (
    <ScrollRegion label={t('table')} className="max-h-80 overflow-auto">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{t('epoch')}</th>
            {columns.map(({ head }) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.epoch.map((epoch, row) => (
            <tr key={epoch}>
              <th scope="row">{epoch}</th>
              {columns.map(({ head, values }) => (
                <td key={head} className="number">
                  {numberText(values[row] ?? null, lang)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const numberText = (value: number | null, lang: Lang) =>
  value === null ? '–' : formatNumber(value, lang, 4);
