import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Lang } from '#lib/core/lang.ts';
import { formatScore } from '#lib/i18n/format.ts';
import type { ResultItem } from '#lib/services/attempts/result.ts';
import { Explanation } from './explanation.tsx';
import { Verdict } from './verdict.tsx';

/** One question of a handed-in paper with its points and all that explains it; what one can do with it goes below. */
export async function Review({
  item,
  lang,
  children,
}: {
  item: ResultItem;
  lang: Lang;
  children?: ReactNode;
}) {
  const t = await getTranslations('exam.paper');
  return (
    <article aria-labelledby={item.variant} className="grid grid-cols-1 gap-3 border-t border-line pt-4">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h3 id={item.variant} className="font-semibold">
          {t('question', { position: item.position })}
        </h3>
        <p className="flex items-center gap-2 tabular-nums">
          <Verdict report={item.report} /> {formatScore(item.score, lang)} / {formatScore(item.max, lang)}
        </p>
      </div>
      <Explanation item={item} />
      {children}
    </article>
  );
}
