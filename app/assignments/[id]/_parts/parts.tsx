import { getTranslations } from 'next-intl/server';
import { partsOf } from '#lib/core/assignments/parts.ts';
import type { Lang } from '#lib/core/lang.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import type { AssignmentView } from '#lib/services/assignments/assignments.ts';

/** How each part of the metric becomes points. */
export async function Parts({ task, lang }: { task: AssignmentView['task']; lang: Lang }) {
  const t = await getTranslations('code');
  const number = (n: number) => formatNumber(n, lang);
  return (
    <dl className="grid gap-2">
      {partsOf(task).map(({ id, text, weight, band }) => (
        <div key={id}>
          <dt>{t('task.part', { name: text[lang], weight: number(weight) })}</dt>
          <dd className="text-text-2 tabular-nums">
            {band
              .map((b) =>
                t('report.bandValue', { value: number(b.value), points: number((b.points * weight) / 100) }),
              )
              .join(' · ')}
          </dd>
        </div>
      ))}
    </dl>
  );
}
