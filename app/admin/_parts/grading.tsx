import { CircleAlert, CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { instant, type Instant } from '#lib/core/clock.ts';
import type { Lang } from '#lib/core/lang.ts';
import { formatAgo, formatInstant } from '#lib/i18n/format.ts';
import { graderText } from '#lib/i18n/grader-text.ts';
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
            <Check key={check.id} check={check} lang={lang} />
          ))}
        </ul>
      </details>
      <h3 className="font-semibold">{t('engines')}</h3>
      <ul className="grid gap-1">
        {engines.map(({ id, usable, why }) => (
          <li key={id}>
            {usable ? <Sign status="ok" /> : <CircleDashed aria-hidden className="icon text-text-2" />} <code>{id}</code>: {t(usable ? 'usable' : 'notUsable')}
            {why ? <Words of={why} lang={lang} className="block text-text-2" /> : null}
          </li>
        ))}
      </ul>
    </>
  );
}

type Status = NonNullable<Props['grading']>['checks'][number]['status'];

async function Check({ check, lang }: { check: NonNullable<Props['grading']>['checks'][number]; lang: Lang }) {
  const t = await getTranslations('admin.system');
  const key = `check.${check.id.replace(/^isolation\./, '')}` as 'check.files';
  return (
    <li>
      <Sign status={check.status} />
      {t.has(key) ? t(key) : <code>{check.id}</code>}: {t(`status.${check.status}`)}
      <Words of={check.detail} lang={lang} className="block text-sm text-text-2" />
    </li>
  );
}

/** Of the grader host, which speaks English only: what is not in the catalogue stays so. */
function Words({ of, lang, className }: { of: string; lang: Lang; className: string }) {
  const text = graderText(of, lang);
  return text === null ? <span lang="en" className={className}>{of}</span> : <span className={className}>{text}</span>;
}

function Sign({ status }: { status: Status }) {
  if (status === 'ok') return <CircleCheck aria-hidden className="icon text-correct" />;
  return status === 'degraded' ? (
    <TriangleAlert aria-hidden className="icon text-now" />
  ) : (
    <CircleAlert aria-hidden className="icon text-wrong" />
  );
}
