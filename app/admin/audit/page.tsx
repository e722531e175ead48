import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { forbidden } from 'next/navigation';
import { requireAdmin } from '#lib/auth/session.ts';
import type { Lang } from '#lib/core/lang.ts';
import { readAudit } from '#lib/services/admin/audit.ts';
import { Field } from '../../_ui/field.tsx';
import { PageHeader } from '../../_ui/page-header.tsx';
import { Select } from '../../_ui/select.tsx';
import { PageLinks } from '../_parts/page-links.tsx';
import { pageOf, textOf } from '../_parts/query.ts';
import { actionName } from './action-name.ts';
import { Lines } from './lines.tsx';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.audit'))('title') };
}

export default async function AuditPage({ searchParams }: Props) {
  const admin = await requireAdmin();
  const [asked, t, lang] = [
    await searchParams,
    await getTranslations('admin.audit'),
    (await getLocale()) as Lang,
  ];
  const [actor, action, page] = [textOf(asked, 'actor'), textOf(asked, 'action'), pageOf(asked)];
  const found = readAudit(admin, { actor, action, page });
  if (!found.ok) forbidden();
  const { lines, actions, hasMore } = found.value;
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader title={t('title')} />
      <form className="flex flex-wrap items-end gap-3">
        <Field name="actor" label={t('actor')} type="search" defaultValue={actor} />
        <Select
          name="action"
          label={t('action')}
          options={[['', t('anyAction')], ...actions.map((name) => [name, actionName(name, t)] as const)]}
          chosen={action}
        />
        <button className="button quiet">{t('find')}</button>
      </form>
      {lines.length ? <Lines lines={lines} lang={lang} /> : <p>{t('none')}</p>}
      <PageLinks
        path="/admin/audit"
        query={{ actor, action }}
        page={page}
        hasMore={hasMore}
        label={t('pages')}
      />
    </div>
  );
}
