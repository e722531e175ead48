import { getTranslations } from 'next-intl/server';
import type { Lang } from '#lib/core/lang.ts';
import { formatBytes } from '#lib/i18n/format.ts';
import type { SystemView } from '#lib/services/admin/system.ts';
import { FactList } from '../../_ui/fact-list.tsx';
import { Notice } from '../../_ui/notice.tsx';
import { Section } from '../../_ui/section.tsx';

/** How large the database is and how much room is left for it. */
export async function Storage({ storage, lang }: { storage: SystemView['storage']; lang: Lang }) {
  const t = await getTranslations('admin.system');
  const size = (bytes: number) => formatBytes(bytes, lang);
  return (
    <Section title={t('storage')}>
      {storage.isLow ? <Notice kind="warning">{t('low')}</Notice> : null}
      <FactList
        facts={[
          [t('database'), size(storage.databaseBytes)],
          [t('free'), t('ofDisk', { free: size(storage.freeBytes), disk: size(storage.diskBytes) })],
        ]}
      />
    </Section>
  );
}
