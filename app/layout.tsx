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
import { ThemeSwitch } from './_ui/theme-switch.tsx';
import { themeOf } from './_ui/theme.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  return { title: { default: t('product'), template: `%s · ${t('product')}` }, description: t('tagline') };
}

/** Every page is made per request: the policy's nonce and the language differ each time. */
export default async function Layout({ children }: { children: ReactNode }) {
  await connection();
  const [lang, t, member] = await Promise.all([getLocale(), getTranslations('common'), currentMember()]);
  const theme = themeOf((await cookies()).get('theme')?.value);
  return (
    <html lang={lang} data-theme={theme === 'system' ? undefined : theme}>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-surface focus:p-2"
        >
          {t('skip')}
        </a>
        <SiteHeader member={member} />
        <main id="content" tabIndex={-1} className="mx-auto w-full max-w-5xl flex-1 px-4 py-6 outline-none">
          {children}
        </main>
        <footer className="site border-t border-line">
          <div className="mx-auto max-w-5xl px-4 py-1 text-text-2">
            <ThemeSwitch />
          </div>
        </footer>
      </body>
    </html>
  );
}
