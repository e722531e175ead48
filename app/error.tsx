'use client';

import { catalogue } from '#lib/i18n/error-messages.ts';

/** Shown when a page throws. The language is read from the document, since providers may be what failed. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const lang = typeof document !== 'undefined' && document.documentElement.lang === 'en' ? 'en' : 'tr';
  const text = catalogue[lang];
  return (
    <section className="grid gap-3" role="alert">
      <h1>{text.title}</h1>
      <p>
        {text.text} <code>{error.digest ?? '–'}</code>
      </p>
      <p>
        <button className="button" onClick={reset}>
          {text.retry}
        </button>
      </p>
    </section>
  );
}
