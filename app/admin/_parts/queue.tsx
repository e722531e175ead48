import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import type { Lang } from '#lib/core/lang.ts';
import { formatAgo } from '#lib/i18n/format.ts';
import type { SystemView } from '#lib/services/admin/system.ts';
import { FactList } from '../../_ui/fact-list.tsx';
import { ScrollRegion } from '../../_ui/scroll-region.tsx';
import { Section } from '../../_ui/section.tsx';

type Props = Pick<SystemView, 'at' | 'jobs' | 'running'> & { lang: Lang };

/** How much waits, and what runs. */
export async function Queue({ at, jobs, running, lang }: Props) {
  const t = await getTranslations('admin.system');
  return (
    <Section title={t('queue')}>
      <FactList
        facts={(['waiting', 'running', 'dead'] as const).map((state) => [t(state), String(jobs[state])])}
      />
      <h3 className="font-semibold">{t('runningNow')}</h3>
      {running.length ? <Running at={at} running={running} lang={lang} /> : <p>{t('noneRunning')}</p>}
    </Section>
  );
}

async function Running({ at, running, lang }: Pick<Props, 'at' | 'running' | 'lang'>) {
  const t = await getTranslations('admin.system');
  return (
    <ScrollRegion label={t('runningNow')} className="overflow-x-auto">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{t('student')}</th>
            <th scope="col">{t('task')}</th>
            <th scope="col">{t('since')}</th>
            <th scope="col" className="number">
              {t('tries')}
            </th>
          </tr>
        </thead>
        <tbody>
          {running.map((job) => (
            <tr key={job.submission}>
              <th scope="row">
                <Link href={`/teach/submissions/${job.submission}`}>{job.student}</Link>
              </th>
              <td>{job.task}</td>
              <td>{formatAgo(job.createdAt, at, lang)}</td>
              <td className="number">{job.tries}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
