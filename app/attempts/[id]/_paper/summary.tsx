'use client';

import { useTranslations } from 'next-intl';
import type { ItemState } from './palette.tsx';
import type { HandInState } from './use-hand-in.ts';

type Props = { states: ItemState[]; state: HandInState; onBack: () => void; onGo: (index: number) => void; onHandIn: () => Promise<void> };

/** What is still open, before the step that cannot be taken back. */
export function Summary({ states, state, onBack, onGo, onHandIn }: Props) {
  const t = useTranslations('exam.paper');
  const places = (is: (s: ItemState) => boolean) => states.flatMap((s, i) => (is(s) ? [i] : []));
  const open = places((s) => !s.answered);
  const flagged = places((s) => s.flagged);
  return (
    <div className="grid content-start gap-4">
      <h2 id="summary">{t('summary')}</h2>
      {open.length ? <Places text={t('unanswered', { list: '' })} places={open} onGo={onGo} /> : <p>{t('allAnswered')}</p>}
      {flagged.length ? <Places text={t('flaggedList', { list: '' })} places={flagged} onGo={onGo} /> : null}
      <p className="max-w-prose">{t('handInNote')}</p>
      <p role="alert" className="text-wrong">{state === 'unsent' || state === 'failed' ? t(`handInState.${state}`) : ''}</p>
      <div className="flex flex-wrap gap-3">
        <button className="button" disabled={state === 'busy'} onClick={() => void onHandIn()}>{t('handIn')}</button>
        <button className="button quiet" onClick={onBack}>{t('back')}</button>
      </div>
    </div>
  );
}

function Places({ text, places, onGo }: { text: string; places: number[]; onGo: (index: number) => void }) {
  return (
    <p>
      {text}
      {places.map((i) => <button key={i} className="mx-1 min-h-11 min-w-8 cursor-pointer text-brand underline" onClick={() => onGo(i)}>{i + 1}</button>)}
    </p>
  );
}
