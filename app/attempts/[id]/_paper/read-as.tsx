import { useTranslations } from 'next-intl';
import type { Reading } from '#lib/core/questions/read-answer.ts';

/** While it is typed: how the judge will read it, or why it cannot be read and what to write instead. Null: nothing is typed. */
export function ReadAs({ id, reading }: { id: string; reading: Reading<string> | null }) {
  const t = useTranslations('exam');
  const issue = reading && !reading.ok ? reading.issues.find(({ code }) => code !== 'formats.empty') : undefined;
  return (
    <output id={id} className={`block min-h-6 text-sm ${issue ? 'text-now' : 'text-text-2'}`}>
      {reading?.ok ? t('paper.readAs', { value: reading.value }) : null}
      {issue ? t(`formats.${issue.code.replace('formats.', '')}` as 'formats.thousands') : null}
    </output>
  );
}
