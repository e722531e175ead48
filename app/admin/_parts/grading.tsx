import { CircleAlert, CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { instant, type Instant } from '#lib/core/clock.ts';
import type { Lang } from '#lib/core/lang.ts';
import { formatAgo, formatInstant } from '#lib/i18n/format.ts';
import { TIME_ZONE } from '#lib/i18n/request.ts';
import type { SystemView } from '#lib/services/admin/system.ts';
import { Notice } from '../../_ui/notice.tsx';
import { Section } from '../../_ui/section.tsx';

type Props = Pick<SystemView, 'at' | 'grading' | 'off'> & { lang: Lang };

/** Whether code is graded, what the latest proof showed, and the engines. */
export async function Grading({ at, grading, off, lang }: Props) {
  const [t, code] = [await getTranslations('admin.system'), await getTranslations('code.off')];
  return (
    <Section title={t('grading')}>
      {off ? <Notice kind="warning">{code(off)}</Notice> : <Notice kind="right">{t('on')}</Notice>}
      {grading ? <Proof now={at} grading={grading} lang={lang} /> : null}
    </Section>
  );
}

type ProofProps = { now: Instant; grading: NonNullable<Props['grading']>; lang: Lang };

async function Proof({ now, grading, lang }: ProofProps) {
  const t = await getTranslations('admin.system');
  const { at, checks, engines, proven } = grading;
  const count = (...states: Status[]) => checks.filter((c) => states.includes(c.status)).length;
  return (
    <>
      <p>
        {t('proof', {
          when: formatInstant(instant(at), lang, TIME_ZONE),
          ago: formatAgo(at, now, lang),
        })}
      </p>
      <details open={!proven}>
        <summary className="min-h-11 cursor-pointer py-2">
          {t('checks', { ok: count('ok'), degraded: count('degraded'), bad: count('failed', 'off') })}
        </summary>
        <ul className="grid gap-2">
          {checks.map((check) => (
            <Check key={check.id} check={check} />
          ))}
        </ul>
      </details>
      <h3 className="font-semibold">{t('engines')}</h3>
      <ul className="grid gap-1">
        {engines.map(({ id, usable, why }) => (
          <li key={id}>
            {usable ? <Sign status="ok" /> : <CircleDashed aria-hidden className="icon text-text-2" />} <code>{id}</code>: {t(usable ? 'usable' : 'notUsable')}
            {why ? (
              <span lang="en" className="block text-text-2">
                {why}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

type Status = NonNullable<Props['grading']>['checks'][number]['status'];

/** The detail comes from the grader host, which speaks English only. */
async function Check({ check }: { check: NonNullable<Props['grading']>['checks'][number] }) {
  const t = await getTranslations('admin.system');
  const key = `check.${check.id.replace(/^isolation\./, '')}` as 'check.files';
  return (
    <li>
      <Sign status={check.status} />
      {t.has(key) ? t(key) : <code>{check.id}</code>}: {t(`status.${check.status}`)}
      <span lang="en" className="block text-sm text-text-2">
        {check.detail}
      </span>
    </li>
  );
}

function Sign({ status }: { status: Status }) {
  if (status === 'ok') return <CircleCheck aria-hidden className="icon text-correct" />;
  return status === 'degraded' ? (
    <TriangleAlert aria-hidden className="icon text-now" />
  ) : (
    <CircleAlert aria-hidden className="icon text-wrong" />
  );
}
