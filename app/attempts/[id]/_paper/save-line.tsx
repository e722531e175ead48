import { useTranslations } from 'next-intl';
import { failureText } from '#lib/i18n/failure.ts';
import type { SaveState } from './saver.ts';

/** The save state in words, in room kept for the longest; polite, so a screen reader hears it without being interrupted. */
export function SaveLine({ state, lang, attempt }: { state: SaveState; lang: string; attempt: string }) {
  const [t, all] = [useTranslations('exam'), useTranslations()];
  const troubled = state.kind === 'away' || state.kind === 'loggedOut' || state.kind === 'refused';
  return (
    <div className="flex min-h-12 items-center gap-3 text-sm">
      <output className={`tabular-nums ${troubled ? 'text-now' : 'text-text-2'}`}>{state.kind === 'refused' ? t('paper.refused', { reason: failureText(all, state) }) : textOf(state, t, lang)}</output>
      {state.kind === 'loggedOut' ? <a href="/login" target="_blank" rel="noopener">{t('paper.logIn')}</a> : null}
      {state.kind === 'refused' && isOver(state.code) ? <a href={`/attempts/${attempt}/result`}>{t('result.title')}</a> : null}
    </div>
  );
}

const isOver = (code: string) => code === 'exam.handedIn' || code === 'exam.timeOver';

type Translate = ReturnType<typeof useTranslations<'exam'>>;

function textOf(state: Exclude<SaveState, { kind: 'refused' }>, t: Translate, lang: string): string {
  switch (state.kind) {
    case 'idle':
      return t('paper.notYet');
    case 'saving':
      return t('paper.saving');
    case 'saved':
      return t('paper.saved', { time: new Date(state.at).toLocaleTimeString(lang === 'tr' ? 'tr-TR' : 'en-GB', { timeZone: 'Europe/Istanbul' }) });
    case 'away':
      return t('paper.offline');
    case 'loggedOut':
      return t('paper.loggedOut');
  }
}
