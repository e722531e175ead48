'use client';

import { useTranslations } from 'next-intl';
import type { SaveState } from './use-saving.ts';

/** The save state in words; polite, so a screen reader hears it without being interrupted. */
export function SaveLine({ state, lang }: { state: SaveState; lang: string }) {
  const t = useTranslations('exam');
  return <p role="status" className="min-h-6 min-w-44 text-right text-sm text-text-2 tabular-nums">{textOf(state, t, lang)}</p>;
}

type Translate = ReturnType<typeof useTranslations<'exam'>>;

function textOf(state: SaveState, t: Translate, lang: string): string {
  switch (state.kind) {
    case 'idle':
      return t('paper.notYet');
    case 'saving':
      return t('paper.saving');
    case 'saved':
      return t('paper.saved', { time: new Date(state.at).toLocaleTimeString(lang === 'tr' ? 'tr-TR' : 'en-GB', { timeZone: 'Europe/Istanbul' }) });
    case 'offline':
      return t('paper.offline');
    case 'refused':
      return t('paper.refused', { reason: reasonOf(state.code, t) });
  }
}

function reasonOf(code: string, t: Translate): string {
  const key = `failures.${code.replace(/^exam\./, '')}` as Parameters<Translate>[0];
  return t.has(key) ? (t as unknown as (key: string) => string)(key) : code;
}
