import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import type { Lang } from '#lib/core/lang.ts';
import { formatScore } from '#lib/i18n/format.ts';
import type { Cell, Column, Overview } from '#lib/services/teach/overview.ts';
import { ScrollRegion } from '../../_ui/scroll-region.tsx';

/** Students down, exams and assignments across; scrolls inside itself, with names and heads in place. `relative` keeps hidden words inside. */
export async function Scores({ course, lang }: { course: Overview; lang: Lang }) {
  const t = await getTranslations('teach.overview');
  return (
    <ScrollRegion label={t('table')} className="relative max-h-[36rem] overflow-auto border-y border-line">
      <table className="min-w-full border-separate border-spacing-0">
        <caption className="sr-only">{t('table')}</caption>
        <thead>
          <tr>
            <th scope="col" className="sticky top-0 left-0 z-20 bg-surface py-2 pr-4 text-left align-bottom">{t('student')}</th>
            {course.columns.map((c) => (
              <th key={c.id} scope="col" className="sticky top-0 z-10 min-w-28 bg-surface px-3 py-2 text-end align-bottom"><span className="block text-sm font-normal text-text-2">{t(c.kind)}</span>{c.title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {course.students.map((s) => (
            <tr key={s.id}>
              <th scope="row" className="sticky left-0 z-10 min-w-32 border-t border-line bg-surface py-1 pr-4 text-left font-normal">
                <Link href={`/teach/students/${s.id}?course=${course.id}`} className="inline-flex min-h-11 items-center">{s.name}</Link>
              </th>
              {s.cells.map((cell, i) => <td key={course.columns[i]!.id} className="border-t border-line px-3 py-1 text-end whitespace-nowrap tabular-nums"><Best cell={cell} kind={course.columns[i]!.kind} lang={lang} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

async function Best({ cell, kind, lang }: { cell: Cell; kind: Column['kind']; lang: Lang }) {
  const t = await getTranslations('teach.overview');
  if (cell.tries === 0) return <span className="text-text-2"><span aria-hidden>–</span><span className="sr-only">{t('noTry')}</span></span>;
  return (
    <>
      {cell.best === null ? <span className="text-text-2">{t('noScore')}</span> : <span>{formatScore(cell.best, lang)}<span className="text-text-2"> / {formatScore(cell.max, lang)}</span></span>}
      <span className="block text-sm text-text-2">{t(kind === 'exam' ? 'attemptCount' : 'submissionCount', { n: cell.tries })}{cell.running ? `, ${t('running')}` : ''}</span>
    </>
  );
}
