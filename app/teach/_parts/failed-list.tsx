import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { TIME_ZONE } from '#lib/i18n/request.ts';
import type { Lang } from '#lib/core/lang.ts';
import { formatInstant } from '#lib/i18n/format.ts';
import type { Failed } from '#lib/services/teach/failed.ts';
import { Notice } from '../../_ui/notice.tsx';
import { GradeAgainButton } from './grade-again-button.tsx';

/** What we failed to grade: whose it is, why, and a button that gives it back to the queue. */
export async function FailedList({ failed, lang }: { failed: Failed[]; lang: Lang }) {
  const [t, teach] = [await getTranslations('teach.failed'), await getTranslations('teach.overview')];
  return (
    <>
      <Notice kind="warning">
        {teach('failed', { n: failed.length })}
        <span className="block">{t('hint')}</span>
      </Notice>
      <ul className="grid grid-cols-1 gap-3">
        {failed.map(({ id, name, title, at, incident }) => (
          <li
            key={id}
            className="grid grid-cols-1 gap-1 border-t border-line pt-3 sm:grid-cols-[1fr_auto] sm:items-center"
          >
            <div>
              <Link href={`/teach/submissions/${id}`} className="inline-flex min-h-11 items-center">
                {t('of', { name, title })}
              </Link>
              <p className="text-sm text-text-2 tabular-nums">{formatInstant(at, lang, TIME_ZONE)}</p>
              {incident ? (
                <p lang="en" className="text-sm break-words text-text-2">
                  <code>{incident}</code>
                </p>
              ) : null}
            </div>
            <GradeAgainButton submission={id} text={t('again')} label={t('againOf', { name, title })} />
          </li>
        ))}
      </ul>
    </>
  );
}
