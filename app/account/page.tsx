import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cookies } from 'next/headers';
import { requireMember } from '#lib/auth/session.ts';
import { setThemeAction } from '../_ui/preferences.ts';
import { themeOf, THEMES } from '../_ui/theme.ts';
import { LogOut } from './log-out.tsx';
import { PasswordForm } from './password-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.settings'))('title') };
}

export default async function AccountPage() {
  const member = await requireMember();
  const t = await getTranslations();
  const theme = themeOf((await cookies()).get('theme')?.value);
  const text = { title: t('account.settings.password'), current: t('account.settings.current'), next: t('account.settings.next'), save: t('account.settings.save'), hint: t('account.signUp.passwordHint') };
  return (
    <div className="grid max-w-sm gap-8">
      <header>
        <h1>{t('account.settings.title')}</h1>
        <p className="text-text-2">{member.name} · {t(`account.settings.role.${member.role}`)}</p>
      </header>
      <form action={setThemeAction} className="grid gap-2">
        <label htmlFor="theme" className="font-semibold">{t('common.theme.label')}</label>
        <div className="flex gap-2">
          <select id="theme" name="theme" defaultValue={theme} className="flex-1">
            {THEMES.map((name) => <option key={name} value={name}>{t(`common.theme.${name}`)}</option>)}
          </select>
          <button className="button quiet">{t('common.theme.apply')}</button>
        </div>
      </form>
      <PasswordForm text={text} />
      <LogOut text={t('common.nav.logOut')} />
    </div>
  );
}
