import { getTranslations } from 'next-intl/server';
import type { SubmissionReport } from '#lib/core/assignments/report.ts';
import type { Lang } from '#lib/core/lang.ts';
import { evidenceText } from '#lib/i18n/evidence.ts';
import { CodeText } from '../../../_ui/code-text.tsx';

type Findings = SubmissionReport['feedback'];

/** What was found, the most certain first: the fault, the numbers that show it, and one next step. */
export async function Findings({ findings, lang }: { findings: Findings; lang: Lang }) {
  const t = await getTranslations('code.report');
  return (
    <ol className="grid max-w-prose grid-cols-1 gap-4">
      {findings.map(({ id, text, evidence, ...whole }) => (
        <li key={id} className="border-l-4 border-now pl-3">
          {text ? (
            <>
              <h3 className="font-semibold"><CodeText text={text.title[lang]} /></h3>
              <p className="tabular-nums text-text-2"><span className="sr-only">{t('seen')}: </span><CodeText text={evidenceText(text.seen[lang], evidence, lang)} /></p>
              <p><strong>{t('step')}:</strong> <CodeText text={text.step[lang]} /></p>
            </>
          ) : (
            <p><CodeText text={whole[lang]} /></p>
          )}
        </li>
      ))}
    </ol>
  );
}
