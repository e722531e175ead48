import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { requireAdmin } from '#lib/auth/session.ts';
import { ROLES } from '#lib/core/actors.ts';
import { isId } from '#lib/core/ids.ts';
import type { Lang } from '#lib/core/lang.ts';
import { formatInstant } from '#lib/i18n/format.ts';
import { TIME_ZONE } from '#lib/i18n/request.ts';
import { openUser } from '#lib/services/admin/users.ts';
import { Notice } from '../../../_ui/notice.tsx';
import { PageHeader } from '../../../_ui/page-header.tsx';
import { Section } from '../../../_ui/section.tsx';
import { Select } from '../../../_ui/select.tsx';
import { resetPasswordAction, setActiveAction, setRoleAction } from '../action.ts';
import { UserForm } from './user-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.users'))('title') };
}

export default async function UserPage({ params }: { params: Promise<{ id: string }> }) {
  const admin = await requireAdmin();
  const { id } = await params;
  const found = isId('user', id) ? openUser(admin, id) : null;
  if (!found?.ok) notFound();
  const user = found.value;
  const [t, roles, lang] = [
    await getTranslations('admin.user'),
    await getTranslations('account.settings.role'),
    (await getLocale()) as Lang,
  ];
  const { disabledAt } = user;
  const isActive = disabledAt === null;
  return (
    <div className="grid max-w-xl grid-cols-1 gap-10">
      <PageHeader title={user.name}>{`${user.email} · ${roles(user.role)}`}</PageHeader>
      {user.id === admin.userId ? (
        <Notice kind="info">{t('own')}</Notice>
      ) : (
        <>
          <Section title={t('roleTitle')}>
            <UserForm user={user.id} action={setRoleAction} button={t('saveRole')}>
              <Select
                name="role"
                label={t('roleTitle')}
                options={ROLES.map((role) => [role, roles(role)])}
                chosen={user.role}
              />
            </UserForm>
          </Section>
          <Section title={t('passwordTitle')}>
            <p className="max-w-prose">{t('passwordHint')}</p>
            <UserForm user={user.id} action={resetPasswordAction} button={t('reset')} />
          </Section>
          <Section title={t('stateTitle')}>
            <p className="max-w-prose">
              {isActive
                ? t('activeHint')
                : t('disabledHint', { when: formatInstant(disabledAt, lang, TIME_ZONE) })}
            </p>
            <UserForm user={user.id} action={setActiveAction} button={t(isActive ? 'disable' : 'enable')}>
              <input type="hidden" name="active" value={isActive ? 'no' : 'yes'} />
            </UserForm>
          </Section>
        </>
      )}
      <p className="flex flex-wrap gap-x-6">
        <Link href={`/admin/audit?${new URLSearchParams({ actor: user.email })}`} className="link min-h-11">
          {t('history')}
        </Link>
        <Link href="/admin/users" className="link min-h-11">
          {t('back')}
        </Link>
      </p>
    </div>
  );
}
