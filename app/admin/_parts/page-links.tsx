import { getTranslations } from 'next-intl/server';
import Link from 'next/link';

type Props = { path: string; query: Record<string, string>; page: number; hasMore: boolean; label: string };

/** To the pages before and after this one, with the filter kept; nothing when there is only one. */
export async function PageLinks({ path, query, page, hasMore, label }: Props) {
  const t = await getTranslations('admin.audit');
  const href = (n: number) => `${path}?${new URLSearchParams({ ...query, page: String(n) })}`;
  if (page === 1 && !hasMore) return null;
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-x-6">
      {page > 1 ? (
        <Link href={href(page - 1)} className="link min-h-11">
          {t('newer')}
        </Link>
      ) : null}
      <span>{t('page', { page })}</span>
      {hasMore ? (
        <Link href={href(page + 1)} className="link min-h-11">
          {t('older')}
        </Link>
      ) : null}
    </nav>
  );
}
