import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import type { Lang } from '#lib/core/lang.ts';
import { formatInstant, formatScore } from '#lib/i18n/format.ts';
import { TIME_ZONE } from '#lib/i18n/request.ts';
import type { Tried } from '#lib/services/assignments/assignments.ts';

/** What the student handed in before, newest first. */
export async function History({ history, lang }: { history: Tried[]; lang: Lang }) {
  const t = await getTranslations('code');
  return (
    <section className="grid grid-cols-1 gap-2">
      <h2>{t('task.history')}</h2>
      {history.length ? null : <p className="max-w-prose">{t('task.historyNone')}</p>}
      <ul>
        {history.map((s) => (
          <li key={s.id} className="border-t border-line py-1 tabular-nums">
            <Link href={`/submissions/${s.id}`} className="inline-flex min-h-11 items-center">{formatInstant(s.createdAt, lang, TIME_ZONE)}</Link>
            {` · ${t(`state.${s.state}`)}`}{s.score === null ? null : <span className="whitespace-nowrap"> · {formatScore(s.score, lang)} / 100</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
