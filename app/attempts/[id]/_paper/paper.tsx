'use client';

import { Flag } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useRef, useState } from 'react';
import type { Answer } from '#lib/core/questions/answer.ts';
import { isEmpty } from '#lib/core/questions/score.ts';
import { Clock } from './clock.tsx';
import { handInAction } from './hand-in.ts';
import { Input } from './inputs.tsx';
import { Palette } from './palette.tsx';
import { SaveLine } from './save-line.tsx';
import { Summary } from './summary.tsx';
import type { Given, Item } from './types.ts';
import { useKeys } from './use-keys.ts';
import { useSaving } from './use-saving.ts';

type Props = { attempt: string; title: string; serverNow: number; dueAt: number | null; items: Item[] };

/** The paper: one question at a time, palette, clock and save state; nothing else. */
export function Paper({ attempt, title, serverNow, dueAt, items }: Props) {
  const t = useTranslations('exam.paper');
  const lang = useLocale();
  const [current, setCurrent] = useState(0);
  const [summary, setSummary] = useState(false);
  const [given, setGiven] = useState<Given[]>(items.map(({ answer, flagged }) => ({ answer, flagged })));
  const { state, save, settle } = useSaving(attempt, items);
  const question = useRef<HTMLElement>(null);

  const change = (next: Partial<Given>) => {
    const updated = { ...given[current]!, ...next };
    setGiven(given.map((g, i) => (i === current ? updated : g)));
    save(items[current]!.variant, updated);
  };
  const go = (index: number) => {
    setSummary(false);
    setCurrent(Math.min(items.length - 1, Math.max(0, index)));
    question.current?.focus();
  };
  const handIn = useCallback(async () => {
    await settle();
    await handInAction(attempt);
  }, [attempt, settle]);
  useKeys({ next: () => go(current + 1), previous: () => go(current - 1), flag: () => change({ flagged: !given[current]!.flagged }), active: !summary, root: question });

  const item = items[current]!;
  const states = given.map((g) => ({ answered: !isEmpty(g.answer), flagged: g.flagged }));
  return (
    <div className="grid gap-4 lg:grid-cols-[1fr_14rem]">
      <header className="flex flex-wrap items-center justify-between gap-3 border-b border-line pb-2 lg:col-span-2">
        <h1 className="text-lg">{title}</h1>
        {dueAt === null ? null : <Clock serverNow={serverNow} dueAt={dueAt} onOver={handIn} />}
        <SaveLine state={state} lang={lang} />
      </header>
      {summary ? (
        <Summary states={states} onBack={() => setSummary(false)} onGo={go} onHandIn={handIn} />
      ) : (
        <section ref={question} tabIndex={-1} aria-labelledby="question" className="grid content-start gap-4 outline-none">
          <div className="flex flex-wrap items-baseline justify-between gap-2">
            <h2 id="question">{t('question', { position: item.position })}</h2>
            <span className="text-text-2">{t('points', { points: item.points })}</span>
          </div>
          <div className="prose" dangerouslySetInnerHTML={{ __html: item.stem }} />
          {item.code ? <div dangerouslySetInnerHTML={{ __html: item.code }} /> : null}
          <Input key={item.variant} item={item} answer={given[current]!.answer} onAnswer={(answer: Answer | null) => change({ answer })} />
          <div className="flex flex-wrap gap-3 border-t border-line pt-4">
            <button className="button quiet" disabled={current === 0} onClick={() => go(current - 1)}>{t('previous')}</button>
            <button className="button quiet" aria-pressed={given[current]!.flagged} onClick={() => change({ flagged: !given[current]!.flagged })}>
              <Flag aria-hidden className="size-4" fill={given[current]!.flagged ? 'currentColor' : 'none'} /> {t(given[current]!.flagged ? 'unflag' : 'flag')}
            </button>
            {current < items.length - 1 ? <button className="button" onClick={() => go(current + 1)}>{t('next')}</button> : null}
            <button className={current < items.length - 1 ? 'button quiet' : 'button'} onClick={() => setSummary(true)}>{t('finish')}</button>
          </div>
          <p className="hidden text-sm text-text-2 lg:block">{t('keys')}</p>
        </section>
      )}
      <Palette states={states} current={summary ? -1 : current} onGo={go} />
    </div>
  );
}
