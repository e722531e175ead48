import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Lang } from '#lib/core/lang.ts';
import { formatInstant, formatNumber } from '#lib/i18n/format.ts';
import { TIME_ZONE } from '#lib/i18n/request.ts';
import type { AssignmentView } from '#lib/services/assignments/assignments.ts';
import { Parts } from './parts.tsx';

/** Limits, requirements and how the metric becomes points: what decides the score, before anything is handed in. */
export async function Facts({ assignment, lang }: { assignment: AssignmentView; lang: Lang }) {
  const t = await getTranslations('code');
  const { task, dueAt, left } = assignment;
  const { limits } = task;
  const number = (n: number) => formatNumber(n, lang);
  return (
    <div className="grid grid-cols-1 gap-6 md:grid-cols-2">
      <section className="grid content-start gap-2">
        <h2>{t('task.limits')}</h2>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          <Fact name={t('task.wall')}>{t('task.wallValue', { n: number(limits.wallSeconds) })}</Fact>
          <Fact name={t('task.memory')}>{t('task.memoryValue', { n: number(limits.memoryMib) })}</Fact>
          {task.leaves.models.length ? (
            <>
              <Fact name={t('task.params')}>{t('task.atMost', { n: number(limits.paramsMax) })}</Fact>
              <Fact name={t('task.epochs')}>{t('task.atMost', { n: number(limits.epochsMax) })}</Fact>
              <Fact name={t('task.seeds')}>{t('task.seedsValue', { list: task.seeds.join(', ') })}</Fact>
            </>
          ) : null}
          {left === null ? null : <Fact name={t('task.left')}>{left}</Fact>}
          {dueAt === null ? null : <Fact name={t('task.due')}>{formatInstant(dueAt, lang, TIME_ZONE)}</Fact>}
        </dl>
      </section>
      <section className="grid content-start gap-2">
        <h2>{t('task.band')}</h2>
        <p>{task.metric.name === 'parts' ? t('task.partsText') : t('task.bandText', { metric: t(`report.metricName.${task.metric.name}`) })}</p>
        {task.metric.name === 'parts' ? (
          <Parts task={task} lang={lang} />
        ) : (
          <ul className="tabular-nums">{task.band.map((b) => <li key={b.value}>{t('report.bandValue', { value: number(b.value), points: number(b.points) })}</li>)}</ul>
        )}
        {task.gates.length ? (
          <>
            <h3 className="font-semibold">{t('task.gates')}</h3>
            <ul className="list-disc pl-5">{task.gates.map((gate) => <li key={gate.id}>{gate.text[lang]}</li>)}</ul>
            <p className="text-text-2">{t('task.gatesText')}</p>
          </>
        ) : null}
      </section>
    </div>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className="text-text-2">{name}</dt>
    <dd className="tabular-nums">{children}</dd>
  </>
);
