import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { GradeReport } from '#lib/core/reports.ts';

/** What the judge said about one answer, in word and sign. Null: left open. */
export async function Verdict({ report }: { report: GradeReport | null }) {
  const t = await getTranslations('exam.result');
  const { word, Icon, colour } = verdictOf(report);
  return (
    <span className={`flex items-center gap-1 ${colour}`}>
      <Icon aria-hidden className="size-5" />
      {t(word)}
    </span>
  );
}

function verdictOf(report: GradeReport | null) {
  if (report === null) return { word: 'empty', Icon: CircleDashed, colour: 'text-text-2' } as const;
  if (report.outcome !== 'graded')
    return { word: 'unreadable', Icon: CircleAlert, colour: 'text-wrong' } as const;
  if (report.fraction === 1) return { word: 'right', Icon: CircleCheck, colour: 'text-correct' } as const;
  return { word: report.fraction > 0 ? 'partly' : 'wrong', Icon: CircleAlert, colour: 'text-wrong' } as const;
}
