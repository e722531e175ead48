'use client';

import { unstable_isUnrecognizedActionError as isStale } from 'next/navigation';
import { useSyncExternalStore } from 'react';
import type { Lang } from '#lib/core/lang.ts';
import { errorMessages } from '#lib/i18n/error-messages.ts';

/**
 * Shown when a page throws, or when its tab is older than the server it talks to; loading it anew helps in both cases. The language is
 * read from the document, since providers may be what failed.
 */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  const lang = useSyncExternalStore<Lang>(never, documentLang, () => 'tr');
  const stale: boolean = isStale(error);
  const text = stale ? errorMessages[lang].stale : errorMessages[lang];
  return (
    <section className="grid gap-3" role="alert">
      <h1>{text.title}</h1>
      <p>
        {text.text} {stale ? null : <code>{error.digest ?? '–'}</code>}
      </p>
      <p>
        <button className="button" onClick={() => window.location.reload()}>
          {text.retry}
        </button>
      </p>
    </section>
  );
}

const documentLang = (): Lang => (document.documentElement.lang === 'en' ? 'en' : 'tr');
const never = () => () => undefined;
