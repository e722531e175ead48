'use client';

import { Check, Flag } from 'lucide-react';
import { useTranslations } from 'next-intl';

export type ItemState = { answered: boolean; flagged: boolean };

/** Every question with its state in word and sign: a rail on wide screens, a closed sheet on phones. */
export function Palette({ states, current, onGo }: { states: ItemState[]; current: number; onGo: (index: number) => void }) {
  const t = useTranslations('exam.paper');
  const list = (
    <ol className="grid grid-cols-6 gap-2 py-2 lg:grid-cols-4">
      {states.map(({ answered, flagged }, i) => {
        const words = [answered ? t('answered') : t('open'), flagged ? t('flagged') : ''].filter(Boolean).join(', ');
        return (
          <li key={i}>
            <button aria-label={`${t('question', { position: i + 1 })}: ${words}`} aria-current={i === current ? 'step' : undefined} onClick={() => onGo(i)} className={`relative h-11 w-full cursor-pointer rounded border text-sm tabular-nums aria-[current]:border-2 aria-[current]:border-brand aria-[current]:font-bold ${answered ? 'border-brand bg-surface-2' : 'border-line'}`}>
              {i + 1}
              {answered ? <Check aria-hidden className="absolute right-0.5 bottom-0.5 size-3" /> : null}
              {flagged ? <Flag aria-hidden className="absolute top-0.5 right-0.5 size-3 text-now" fill="currentColor" /> : null}
            </button>
          </li>
        );
      })}
    </ol>
  );
  return (
    <nav aria-label={t('palette')}>
      <div className="hidden lg:block">{list}</div>
      <details className="border-t border-line lg:hidden">
        <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t('paletteOpen')}</summary>
        {list}
      </details>
    </nav>
  );
}
