'use client';

import './globals.css';
import { errorMessages } from '#lib/i18n/error-messages.ts';

/** Shown when the frame of every page itself throws, for example when the database cannot be opened: both languages, since nothing says which. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="tr">
      <body>
        <main className="mx-auto grid max-w-xl gap-6 px-4 py-8" role="alert">
          <title>Derin</title>
          {(['tr', 'en'] as const).map((lang) => (
            <section key={lang} lang={lang} className="grid gap-3">
              <h1>{errorMessages[lang].title}</h1>
              <p>
                {errorMessages[lang].text} <code>{error.digest ?? '–'}</code>
              </p>
              <p>
                <button className="button" onClick={() => window.location.reload()}>
                  {errorMessages[lang].retry}
                </button>
              </p>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
