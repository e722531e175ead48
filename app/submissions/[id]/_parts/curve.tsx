'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import 'uplot/dist/uPlot.min.css';
import type { Epoch } from '#lib/core/assignments/report.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { ScrollRegion } from '../../../_ui/scroll-region.tsx';
import type { Plots } from './plots.ts';
import { seriesOf, type Series } from './series.ts';

/** Loss and accuracy by epoch, drawn as they arrive, with the same numbers as a table below. */
export function Curve({ points }: { points: Epoch[] }) {
  const t = useTranslations('code.curve');
  const series = seriesOf(points);
  const place = useRef<HTMLDivElement>(null);
  const plots = useRef<Plots>(null);
  const latest = useRef(series);
  const words = { loss: t('loss'), accuracy: t('accuracy'), training: t('training'), validation: t('validation'), generator: t('generator'), discriminator: t('discriminator'), epoch: t('epoch') };
  const first = useRef(words);
  useEffect(() => {
    let isGone = false;
    void import('./plots.ts').then(({ makePlots }) => {
      if (isGone || !place.current) return;
      plots.current = makePlots(place.current, first.current);
      plots.current.draw(latest.current);
    });
    return () => {
      isGone = true;
      plots.current?.destroy();
      plots.current = null;
    };
  }, []);
  useEffect(() => {
    latest.current = series;
    plots.current?.draw(series);
  });
  return (
    <figure className="grid grid-cols-1 gap-2">
      <figcaption className="font-semibold">{t('title')}</figcaption>
      {points.length ? null : <p className="text-text-2">{t('waiting')}</p>}
      <div ref={place} aria-hidden className="grid min-h-60 grid-cols-1 gap-4 md:grid-cols-2" />
      <details>
        <summary className="min-h-11 cursor-pointer py-2">{t('table')}</summary>
        <Numbers series={series} words={words} />
      </details>
    </figure>
  );
}

function Numbers({ series, words }: { series: Series; words: Record<'loss' | 'accuracy' | 'training' | 'validation' | 'generator' | 'discriminator' | 'epoch', string> }) {
  const lang = useLocale() as 'tr' | 'en';
  const [first, second] = series.isAdversarial ? [words.generator, words.discriminator] : [words.training, words.validation];
  const heads = [`${words.loss} (${first})`, `${words.loss} (${second})`, `${words.accuracy} (${words.training})`, `${words.accuracy} (${words.validation})`];
  const columns = [series.loss, series.valLoss, series.accuracy, series.valAccuracy].map((values, i) => ({ head: heads[i]!, values })).filter(({ values }) => values.some((v) => v !== null));
  return (
    <ScrollRegion label={words.epoch} className="max-h-80 overflow-auto">
      <table className="tabular-nums">
        <thead><tr><th scope="col" className="pr-6 text-left">{words.epoch}</th>{columns.map((c) => <th key={c.head} scope="col" className="pr-6 text-right">{c.head}</th>)}</tr></thead>
        <tbody>
          {series.epoch.map((epoch, row) => (
            <tr key={epoch} className="border-t border-line"><th scope="row" className="text-left font-normal">{epoch}</th>{columns.map((c) => <td key={c.head} className="pr-6 text-right">{numberText(c.values[row] ?? null, lang)}</td>)}</tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const numberText = (value: number | null, lang: 'tr' | 'en') => (value === null ? '–' : formatNumber(value, lang, 4));
