import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import type { Lang } from '#lib/core/lang.ts';
import { formatInstant } from '#lib/i18n/format.ts';
import { TIME_ZONE } from '#lib/i18n/request.ts';
import type { AccountView } from '#lib/services/admin/users.ts';
import { ScrollRegion } from '../../_ui/scroll-region.tsx';

/** Accounts, each leading to what can be done with it. */
export async function UserTable({ users, lang }: { users: AccountView[]; lang: Lang }) {
  const [t, roles] = [await getTranslations('admin.users'), await getTranslations('account.settings.role')];
  return (
    <ScrollRegion label={t('title')} className="overflow-x-auto">
      <table className="data-table">
        <thead>
          <tr>
            {(['name', 'email', 'role', 'since', 'state'] as const).map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <tr key={user.id}>
              <th scope="row">
                <Link href={`/admin/users/${user.id}`} className="inline-flex min-h-11 items-center">
                  {user.name}
                </Link>
              </th>
              <td>{user.email}</td>
              <td>{roles(user.role)}</td>
              <td className="whitespace-nowrap">{formatInstant(user.createdAt, lang, TIME_ZONE)}</td>
              <td>{t(user.disabledAt === null ? 'active' : 'disabled')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
