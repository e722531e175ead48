import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { forbidden } from 'next/navigation';
import { requireAdmin } from '#lib/auth/session.ts';
import { ROLES } from '#lib/core/actors.ts';
import type { Lang } from '#lib/core/lang.ts';
import { listUsers } from '#lib/services/admin/users.ts';
import { Field } from '../../_ui/field.tsx';
import { PageHeader } from '../../_ui/page-header.tsx';
import { Section } from '../../_ui/section.tsx';
import { Select } from '../../_ui/select.tsx';
import { PageLinks } from '../_parts/page-links.tsx';
import { pageOf, textOf } from '../_parts/query.ts';
import { AddForm } from './add-form.tsx';
import { UserTable } from './user-table.tsx';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const PAGE = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.users'))('title') };
}

export default async function UsersPage({ searchParams }: Props) {
  const admin = await requireAdmin();
  const [asked, t, lang] = [
    await searchParams,
    await getTranslations('admin.users'),
    (await getLocale()) as Lang,
  ];
  const roles = await roleOptions();
  const [search, page] = [textOf(asked, 'search'), pageOf(asked)];
  const role = ROLES.find((r) => r === textOf(asked, 'role')) ?? null;
  const found = listUsers(admin, { search, role });
  if (!found.ok) forbidden();
  const users = found.value;
  const query = { search, role: role ?? '' };
  return (
    <div className="grid grid-cols-1 gap-10">
      <div className="grid grid-cols-1 gap-4">
        <PageHeader title={t('title')} />
        <form className="flex flex-wrap items-end gap-3">
          <Field name="search" label={t('search')} type="search" defaultValue={search} />
          <Select
            name="role"
            label={t('role')}
            options={[['', t('anyRole')], ...roles]}
            chosen={role ?? ''}
          />
          <button className="button quiet">{t('find')}</button>
        </form>
        <p>{users.length ? t('found', { n: users.length }) : t('none')}</p>
        {users.length ? <UserTable users={users.slice((page - 1) * PAGE, page * PAGE)} lang={lang} /> : null}
        <PageLinks
          path="/admin/users"
          query={query}
          page={page}
          hasMore={users.length > page * PAGE}
          label={t('title')}
        />
      </div>
      <Section title={t('add')}>
        <p className="text-text-2">{t('addHint')}</p>
        <AddForm
          roles={roles}
          lang={lang}
          text={{ name: t('name'), email: t('email'), role: t('role'), lang: t('lang'), add: t('add') }}
        />
      </Section>
    </div>
  );
}

async function roleOptions(): Promise<[string, string][]> {
  const t = await getTranslations('account.settings.role');
  return ROLES.map((role) => [role, t(role)]);
}
