import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { NavLink } from '../_ui/nav-link.tsx';

/** The sections of the administrator's place. Each page asks for the right itself: a layout is not made anew on every step. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('admin.nav');
  return (
    <div className="grid grid-cols-1 gap-6">
      <nav aria-label={t('label')} className="flex flex-wrap gap-x-5 border-b border-line">
        <NavLink href="/admin" text={t('system')} exact />
        <NavLink href="/admin/users" text={t('users')} />
        <NavLink href="/admin/audit" text={t('audit')} />
      </nav>
      {children}
    </div>
  );
}
