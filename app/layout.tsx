import '@fontsource-variable/atkinson-hyperlegible-next/index.css';
import '@fontsource-variable/jetbrains-mono/index.css';
import 'katex/dist/katex.min.css';
import './globals.css';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cookies } from 'next/headers';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { currentMember } from '#lib/auth/session.ts';
import { SiteHeader } from './_ui/site-header.tsx';
import { themeOf } from './_ui/theme.ts';

export const metadata: Metadata = { title: { default: 'Derin', template: '%s · Derin' } };

/** Every page is made per request: the policy's nonce and the language differ each time. */
export default async function Layout({ children }: { children: ReactNode }) {
  await connection();
  const [lang, t, member] = await Promise.all([getLocale(), getTranslations('common'), currentMember()]);
  const theme = themeOf((await cookies()).get('theme')?.value);
  return (
    <html lang={lang} data-theme={theme === 'system' ? undefined : theme}>
      <body>
        <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:p-2 focus:bg-surface">{t('skip')}</a>
        <SiteHeader member={member} />
        <main id="content" className="mx-auto max-w-5xl px-4 py-6">{children}</main>
      </body>
    </html>
  );
}
