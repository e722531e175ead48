'use client';

import { Check, Circle, Flag } from 'lucide-react';
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
              {answered ? <Check aria-hidden className="absolute right-0.5 bottom-0.5 size-3" /> : <Circle aria-hidden className="absolute right-0.5 bottom-0.5 size-3 text-text-2" />}
              {flagged ? <Flag aria-hidden className="absolute top-0.5 right-0.5 size-3 text-now" fill="currentColor" /> : null}
            </button>
          </li>
        );
      })}
    </ol>
  );
  const answered = states.filter((s) => s.answered).length;
  return (
    <nav aria-label={t('palette')} className="sticky bottom-0 bg-surface lg:static">
      <div className="hidden lg:block">{list}<Legend /></div>
      <details className="max-h-[60vh] overflow-y-auto border-t border-line lg:hidden">
        <summary className="min-h-11 cursor-pointer py-2"><span className="font-semibold">{t('paletteOpen')}</span> <span className="text-text-2 tabular-nums">{t('progress', { answered, count: states.length })}</span></summary>
        {list}
        <Legend />
      </details>
    </nav>
  );
}

function Legend() {
  const t = useTranslations('exam.paper');
  const signs = [['answered', Check], ['flagged', Flag], ['open', Circle]] as const;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 pb-2 text-sm text-text-2">
      {signs.map(([name, Sign]) => <li key={name} className="flex items-center gap-1"><Sign aria-hidden className="size-3" fill={name === 'flagged' ? 'currentColor' : 'none'} />{t(name)}</li>)}
    </ul>
  );
}
