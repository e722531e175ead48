import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { ScrollRegion } from '../../_ui/scroll-region.tsx';

/** `href` null: not to be opened yet. All texts are formatted. */
export type WorkRow = { id: string; title: string; href: string | null; when: string; state: string; score: string };

/** A student's work as a table, newest first; scrolls inside itself on a phone. */
export async function WorkTable({ rows, first, label }: { rows: WorkRow[]; first: string; label: string }) {
  const t = await getTranslations('teach.student');
  return (
    <ScrollRegion label={label} className="overflow-x-auto">
      <table className="w-full max-w-3xl">
        <thead><tr><th scope="col" className="pr-4 text-left">{first}</th><th scope="col" className="pr-4 text-left">{t('when')}</th><th scope="col" className="pr-4 text-left">{t('state')}</th><th scope="col" className="text-end">{t('score')}</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="border-t border-line">
              <th scope="row" className="min-w-36 pr-4 text-left font-normal">{row.href ? <Link href={row.href} className="inline-flex min-h-11 items-center">{row.title}</Link> : <span className="inline-flex min-h-11 items-center">{row.title}</span>}</th>
              <td className="pr-4 whitespace-nowrap tabular-nums">{row.when}</td>
              <td className="pr-4 whitespace-nowrap">{row.state}</td>
              <td className="text-end whitespace-nowrap tabular-nums">{row.score}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
