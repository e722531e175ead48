import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import type { Member } from '#lib/core/actors.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { NavLink } from './nav-link.tsx';

const PLACES = {
  student: ['home', 'practice', 'assignments'],
  instructor: ['home', 'teach'],
  admin: ['home', 'admin', 'teach'],
} as const satisfies Record<Member['role'], string[]>;

/** The places of a role. A page with an element marked `data-own-frame` (an exam in progress) shows neither this nor the footer. */
export async function SiteHeader({ member }: { member: Member | null }) {
  const t = await getTranslations('common');
  const places: readonly (keyof typeof LINKS)[] = member ? PLACES[member.role] : ['logIn', 'signUp'];
  return (
    <header className="site border-b border-line">
      <div className="mx-auto flex max-w-5xl flex-wrap items-center justify-between gap-x-5 px-4 py-1">
        <Link
          href={member ? '/home' : '/'}
          className="inline-flex min-h-11 items-center text-lg font-bold no-underline"
        >
          {t('product')}
        </Link>
        <nav
          aria-label={t('nav.label')}
          className="order-last flex w-full flex-wrap gap-x-4 sm:order-none sm:w-auto sm:flex-1"
        >
          {places.map((place) => (
            <NavLink key={place} href={LINKS[place]} text={t(`nav.${place}`)} />
          ))}
        </nav>
        <div className="flex items-center gap-x-4">
          {member ? <NavLink href="/account" text={t('nav.account')} /> : null}
          <LanguageSwitch />
        </div>
      </div>
    </header>
  );
}

const LINKS = {
  home: '/home',
  practice: '/practice',
  assignments: '/assignments',
  teach: '/teach',
  admin: '/admin',
  logIn: '/login',
  signUp: '/signup',
} as const;
