import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requireMember } from '#lib/auth/session.ts';
import type { Lang } from '#lib/core/lang.ts';
import { ownEmail } from '#lib/services/accounts/profile.ts';
import { listCourses } from '#lib/services/courses/courses.ts';
import { SubmitButton } from '../_ui/button.tsx';
import { LanguageSwitch } from '../_ui/language-switch.tsx';
import { PageHeader } from '../_ui/page-header.tsx';
import { Section } from '../_ui/section.tsx';
import { ThemeSwitch } from '../_ui/theme-switch.tsx';
import { logOutAction } from './action.ts';
import { NameForm } from './name-form.tsx';
import { PasswordForm } from './password-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.settings'))('title') };
}

export default async function AccountPage() {
  const member = await requireMember();
  const [t, common, lang] = await Promise.all([
    getTranslations('account'),
    getTranslations('common'),
    getLocale(),
  ]);
  const courses = listCourses(member, lang as Lang).map((course) => course.title);
  return (
    <div className="grid max-w-md gap-10">
      <PageHeader title={t('settings.title')}>
        <p>{[t(`settings.role.${member.role}`), ownEmail(member), ...courses].join(' · ')}</p>
      </PageHeader>
      <Section title={t('settings.profile')}>
        <NameForm name={member.name} text={{ label: t('signUp.name'), save: t('settings.saveName') }} />
      </Section>
      <Section title={t('settings.display')}>
        <ThemeSwitch />
        <div className="flex items-center gap-4">
          {common('language.label')} <LanguageSwitch />
        </div>
      </Section>
      <Section title={t('settings.password')}>
        <PasswordForm
          text={{
            current: t('settings.current'),
            next: t('settings.next'),
            save: t('settings.save'),
            hint: t('signUp.passwordHint'),
          }}
        />
      </Section>
      <form action={logOutAction}>
        <SubmitButton>{common('nav.logOut')}</SubmitButton>
      </form>
    </div>
  );
}
