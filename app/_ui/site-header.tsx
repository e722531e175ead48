import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import type { Member } from '#lib/core/actors.ts';
import { setLangAction } from './preferences.ts';

type Place = 'home' | 'practice' | 'assignments' | 'account';

/** The places of a role. An exam in progress hides this header with its own layout. */
function placesOf(member: Member): Place[] {
  return member.role === 'student' ? ['home', 'practice', 'assignments', 'account'] : ['home', 'account'];
}

export async function SiteHeader({ member }: { member: Member | null }) {
  const [t, lang] = await Promise.all([getTranslations('common'), getLocale()]);
  const other = lang === 'tr' ? 'en' : 'tr';
  return (
    <header className="site border-b border-line">
      <div className="mx-auto flex max-w-5xl flex-wrap items-center gap-x-5 gap-y-1 px-4 py-2">
        <Link href="/" className="text-lg font-bold no-underline">{t('product')}</Link>
        <nav aria-label={t('nav.label')} className="flex flex-1 flex-wrap gap-x-4">
          {member ? placesOf(member).map((place) => <NavLink key={place} href={`/${place}`} text={t(`nav.${place}`)} />) : null}
          {member ? null : <NavLink href="/login" text={t('nav.logIn')} />}
          {member ? null : <NavLink href="/signup" text={t('nav.signUp')} />}
        </nav>
        <form action={setLangAction}>
          <input type="hidden" name="lang" value={other} />
          <button className="min-h-11 cursor-pointer text-brand underline" lang={other}>{t(`language.${other}`)}</button>
        </form>
      </div>
    </header>
  );
}

const NavLink = ({ href, text }: { href: string; text: string }) => <Link href={href} className="inline-flex min-h-11 items-center no-underline hover:underline">{text}</Link>;
