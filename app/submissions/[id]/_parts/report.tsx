import { CircleAlert, CircleCheck } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { valueAtPoints } from '#lib/core/assignments/band.ts';
import { partsOf } from '#lib/core/assignments/parts.ts';
import type { SubmissionReport } from '#lib/core/assignments/report.ts';
import type { Assignment } from '#lib/core/assignments/schema.ts';
import type { Lang } from '#lib/core/lang.ts';
import { formatNumber, formatSignificant } from '#lib/i18n/format.ts';
import { CodeText } from '../../../_ui/code-text.tsx';
import { Notice } from '../../../_ui/notice.tsx';
import { ScrollRegion } from '../../../_ui/scroll-region.tsx';
import { Confusion } from './confusion.tsx';
import { Curve } from './curve.tsx';
import { Findings } from './findings.tsx';
import { Parts } from './parts.tsx';
import { Residuals } from './residuals.tsx';

type Props = { report: SubmissionReport; task: Assignment; lang: Lang };

/** The judge's report: verdict first, then metric, requirements, findings, curve and output. */
export async function Report({ report, task, lang }: Props) {
  const t = await getTranslations('code.report');
  return (
    <div className="grid grid-cols-1 gap-6">
      <p className="text-2xl font-semibold tabular-nums">{await verdictText(report)}</p>
      {report.message ? <Notice kind="wrong">{report.message.line ? `${t('line', { line: report.message.line })}: ` : ''}<CodeText text={report.message[lang]} /></Notice> : null}
      {report.feedback.length ? <Section title={t('findings')}><Findings findings={report.feedback} lang={lang} /></Section> : null}
      <Metrics report={report} task={task} lang={lang} />
      <Missed report={report} lang={lang} />
      {report.tests.length ? <Section title={t('tests', { passed: report.tests.filter((test) => test.passed).length, all: report.tests.length })}><ul>{report.tests.map((test) => <Outcome key={test.id} passed={test.passed} word={t(test.passed ? 'testPassed' : 'testFailed')} text={test[lang]} />)}</ul></Section> : null}
      {report.gates.length ? <Section title={t('requirements')}><ul>{report.gates.map((gate) => <Outcome key={gate.id} passed={gate.passed} word={t(gate.passed ? 'passed' : 'notPassed')} text={`${gate[lang]}${gate.soft ? ` (${t('soft')})` : ''}`} />)}</ul></Section> : null}
      {report.runs[0]?.epochs.length ? <Curve points={report.runs[0].epochs} seed={report.runs.length > 1 ? report.runs[0].seed : null} /> : null}
      {report.output ? (
        <Section title={t('output')}>
          <ScrollRegion label={t('output')} className="max-h-80 overflow-auto rounded bg-surface-2 p-3"><pre className="whitespace-pre-wrap">{report.output}</pre></ScrollRegion>
          {report.outputTruncated ? <p>{t('truncated')}</p> : null}
        </Section>
      ) : null}
      <Measured report={report} lang={lang} />
    </div>
  );
}

/** How the predictions missed: a matrix of classes, or the spread of the errors. */
async function Missed({ report: { breakdown }, lang }: Pick<Props, 'report' | 'lang'>) {
  const t = await getTranslations('code.breakdown');
  if (breakdown === null) return null;
  if (breakdown.kind === 'confusion') return <Section title={t('confusion')}><Confusion counts={breakdown.counts} lang={lang} /></Section>;
  return <Section title={t('residuals')}><Residuals reach={breakdown.reach} counts={breakdown.counts} lang={lang} /></Section>;
}

async function verdictText(report: SubmissionReport): Promise<string> {
  const t = await getTranslations('code.report');
  if (report.outcome === 'limitExceeded') return t('verdict.limitExceeded', { limit: report.limit ? t(`limit.${report.limit}`) : '' });
  if (report.outcome !== 'graded') return t(`verdict.${report.outcome}`);
  return t(`verdict.${isCapped(report) ? 'capped' : report.score === 100 ? 'full' : 'graded'}`, { score: report.score ?? 0 });
}

/** A failed requirement holds the score down, whatever the metric. */
const isCapped = ({ gates }: SubmissionReport): boolean => gates.some((gate) => !gate.passed && !gate.soft);

/** The metric with its uncertainty, and what the next step of the band asks for. */
async function Metrics({ report, task, lang }: Props) {
  const t = await getTranslations('code.report');
  const number = (value: number | null) => (value === null ? '–' : formatNumber(value, lang, Math.abs(value) < 10 ? 3 : 1));
  const next = report.score === null || isCapped(report) ? undefined : task.band.toSorted((a, b) => a.points - b.points).find((b) => b.points > (report.score ?? 0));
  const [metric, ...others] = report.metrics;
  const hasParts = task.metric.name === 'parts';
  const parts = new Set(hasParts ? partsOf(task).map(({ id }) => id) : []);
  const measures = others.filter(({ name }) => !parts.has(name));
  if (!metric) return null;
  return (
    <Section title={metric.name === 'tests' ? t('testsShare') : t('metric', { name: nameOf(metric.name, t) })}>
      {metric.value === null ? <p className="max-w-prose">{t('noValue')}</p> : <p className="text-xl font-semibold tabular-nums">{number(metric.value)}</p>}
      {metric.interval ? <p className="max-w-prose text-text-2 tabular-nums">{t('interval', { low: number(metric.interval[0]), high: number(metric.interval[1]) })}</p> : null}
      {metric.perSeed.length > 1 && metric.perSeed.some((value) => value !== null) ? <p className="text-text-2 tabular-nums">{t('perSeed')}: {metric.perSeed.map((value, i) => seedText(report, i, number(value), t)).join(' · ')}</p> : null}
      {report.rerunSeeds.length ? <p className="max-w-prose">{t('rerun', { n: report.rerunSeeds.length, seeds: report.rerunSeeds.join(', ') })}</p> : null}
      {measures.length ? <p className="tabular-nums first-letter:uppercase">{measures.map((m) => `${nameOf(m.name, t)}: ${number(m.value)}`).join(' · ')}</p> : null}
      <Parts report={report} task={task} lang={lang} />
      {hasParts ? null : <p className="tabular-nums">{t('band')}: {task.band.map((b) => t('bandValue', { value: number(b.value), points: number(b.points) })).join(' · ')}</p>}
      {next && !hasParts ? <p className="tabular-nums">{t('next', { points: number(next.points), value: number(valueAtPoints(task.band, next.points)) })}</p> : null}
    </Section>
  );
}

/** "0,934", and "0,902 (ek)" of a run that was added in doubt. */
const seedText = ({ seeds, rerunSeeds }: SubmissionReport, run: number, value: string, t: T): string =>
  rerunSeeds.includes(seeds[run] ?? -1) ? t('extraSeed', { value }) : value;

type T = Awaited<ReturnType<typeof getTranslations<'code.report'>>>;
const NAMED = ['accuracy', 'balancedAccuracy', 'mse', 'mae', 'energyDistance', 'tests', 'parts', 'train', 'recall', 'specificity', 'precision', 'f1', 'baseMoved', 'headParams'] as const;
/** A report made by a newer version may hold a measure without a name here. */
function nameOf(name: string, t: T): string {
  const known = NAMED.find((each) => each === name);
  return known ? t(`metricName.${known}`) : name;
}

function Outcome({ passed, word, text }: { passed: boolean; word: string; text: string }) {
  const Icon = passed ? CircleCheck : CircleAlert;
  return (
    <li className="flex items-start gap-2">
      <Icon aria-hidden className={`mt-1 size-5 shrink-0 ${passed ? 'text-correct' : 'text-wrong'}`} />
      <span><span className={passed ? 'text-correct' : 'text-wrong'}>{word}</span>: {text}</span>
    </li>
  );
}

/** Seeds, engine and isolation: enough to repeat the measurement and to see what guarded it. */
async function Measured({ report, lang }: { report: SubmissionReport; lang: Lang }) {
  const t = await getTranslations('code.report');
  const { isolation, runs } = report;
  const guards = [isolation.userns ? t('userns') : '', isolation.seccomp ? t('seccomp') : '', isolation.cgroup === 'none' ? '' : t('cgroup', { version: isolation.cgroup }), isolation.network ? '' : t('noNetwork')];
  const params = runs[0]?.params ?? null;
  const facts: [string, string][] = [
    [t('seeds'), report.seeds.join(', ')],
    [t('engine'), `${report.engine} (${t(report.plainBecause.length > 0 ? 'partlyAccelerated' : report.path)})`],
    ...(params === null || params === 0 ? [] : [[t('params'), formatNumber(params, lang)] as [string, string]]),
    [t('time'), t('seconds', { n: secondsText(report.timings.trainMs / 1000, lang) })],
    [t('isolation'), guards.filter(Boolean).join(', ')],
  ];
  return (
    <Section title={t('facts')}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm text-text-2">
        {facts.map(([name, value]) => <div key={name} className="contents"><dt>{name}</dt><dd className="tabular-nums">{value}</dd></div>)}
      </dl>
    </Section>
  );
}

const secondsText = (seconds: number, lang: Lang): string => (seconds < 1 ? formatSignificant(seconds, lang) : formatNumber(seconds, lang, 1));

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="grid grid-cols-1 gap-1"><h2 className="first-letter:uppercase">{title}</h2>{children}</section>
);
