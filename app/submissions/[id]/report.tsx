import { CircleAlert, CircleCheck } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { SubmissionReport } from '#lib/core/assignments/report.ts';
import type { Lang } from '#lib/core/lang.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { Notice } from '../../_ui/notice.tsx';
import { Curve, type CurveText } from './curve.tsx';

/** The judge's report: verdict first, then metric, requirements, findings, curve and output. */
export async function Report({ report, lang, text }: { report: SubmissionReport; lang: Lang; text: CurveText }) {
  const t = await getTranslations('code.report');
  const number = (value: number | null) => (value === null ? '–' : formatNumber(value, lang));
  return (
    <div className="grid gap-6">
      {report.score === null ? null : <p className="text-2xl font-semibold tabular-nums">{t('score', { score: report.score })}</p>}
      {report.message ? <Notice kind="wrong">{report.message.line ? `${t('line', { line: report.message.line })}: ` : ''}{report.message[lang]}</Notice> : null}
      {report.metrics.map((m) => (
        <p key={m.name} className="tabular-nums">
          {t('metric', { name: m.name === 'accuracy' ? t('accuracyName') : m.name === 'mse' ? t('mseName') : m.name })}: <strong>{number(m.value)}</strong>
          {m.interval ? ` (${t('interval')} ${number(m.interval[0])} – ${number(m.interval[1])})` : ''} · {t('perSeed')}: {m.perSeed.map(number).join(' · ')}
        </p>
      ))}
      {report.gates.length ? (
        <section className="grid gap-1">
          <h2>{t('requirements')}</h2>
          <ul>
            {report.gates.map((gate) => {
              const Icon = gate.passed ? CircleCheck : CircleAlert;
              return <li key={gate.id} className="flex items-start gap-2"><Icon aria-hidden className={`mt-1 size-5 shrink-0 ${gate.passed ? 'text-right' : 'text-wrong'}`} />{gate[lang]} ({t(gate.passed ? 'passed' : 'notPassed')})</li>;
            })}
          </ul>
        </section>
      ) : null}
      {report.feedback.length ? (
        <section className="grid gap-1">
          <h2>{t('findings')}</h2>
          <ul className="list-disc pl-5">{report.feedback.map((f) => <li key={f.id} className="max-w-prose">{f[lang]}</li>)}</ul>
        </section>
      ) : null}
      {report.runs[0]?.epochs.length ? <Curve points={report.runs[0].epochs} text={text} /> : null}
      {report.output ? (
        <section className="grid gap-1">
          <h2>{t('output')}</h2>
          <pre tabIndex={0} className="max-h-80 overflow-auto rounded bg-surface-2 p-3 whitespace-pre-wrap">{report.output}</pre>
          {report.outputTruncated ? <p>{t('truncated')}</p> : null}
        </section>
      ) : null}
      <p className="text-sm text-text-2">{t('engine')}: {report.engine} · {t('seeds')}: {report.seeds.join(', ')}</p>
    </div>
  );
}
