import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import type { Lang } from '#lib/core/lang.ts';
import { formatInstant } from '#lib/i18n/format.ts';
import { TIME_ZONE } from '#lib/i18n/request.ts';
import type { AuditPage } from '#lib/services/admin/audit.ts';
import { ScrollRegion } from '../../_ui/scroll-region.tsx';
import { actionName } from './action-name.ts';

type Line = AuditPage['lines'][number];

/** Who did what to whom, newest first. */
export async function Lines({ lines, lang }: { lines: Line[]; lang: Lang }) {
  const t = await getTranslations('admin.audit');
  return (
    <ScrollRegion label={t('title')} className="overflow-x-auto">
      <table className="data-table">
        <thead>
          <tr>
            {(['when', 'actor', 'action', 'subject', 'detail'] as const).map((head) => (
              <th key={head} scope="col">
                {head === 'actor' ? t('who') : t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row" className="whitespace-nowrap tabular-nums">
                {formatInstant(line.at, lang, TIME_ZONE)}
              </th>
              <td>{line.actor ?? t('system')}</td>
              <td>{actionName(line.action, t)}</td>
              <td>
                <Subject line={line} />
              </td>
              <td>
                {Object.entries(line.detail)
                  .map(([name, value]) => `${name}: ${value}`)
                  .join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Subject({ line }: { line: Line }) {
  if (line.subject === null) return '–';
  return line.person === null ? (
    <code>{line.subject}</code>
  ) : (
    <Link href={`/admin/users/${line.subject}`}>{line.person}</Link>
  );
}
