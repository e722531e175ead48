'use client';

import { Flag } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { useEffect, useRef, useState } from 'react';
import { isEmpty } from '#lib/core/questions/is-empty.ts';
import { Clock } from './clock.tsx';
import { Help } from './help.tsx';
import { Input } from './inputs.tsx';
import { Palette } from './palette.tsx';
import { SaveLine } from './save-line.tsx';
import { Summary } from './summary.tsx';
import type { Given, Item } from './types.ts';
import { useHandIn } from './use-hand-in.ts';
import { useKeys } from './use-keys.ts';
import { useSaving } from './use-saving.ts';

type Props = { attempt: string; title: string; serverNow: number; dueAt: number | null; items: Item[] };

/** The paper: one question at a time, palette, clock and save state; nothing else. */
export function Paper({ attempt, title, serverNow, dueAt, items }: Props) {
  const t = useTranslations('exam.paper');
  const lang = useLocale();
  const [place, setPlace] = useState<number | 'summary'>(0);
  const [given, setGiven] = useState<Given[]>(items.map(({ answer, flagged }) => ({ answer, flagged })));
  const { state, saver } = useSaving(attempt, items, (restored) => setGiven((now) => now.map((g, i) => restored.get(items[i]!.variant) ?? g)));
  const handIn = useHandIn(attempt, saver);
  const section = useFocusOnMove(place);
  const help = useRef<HTMLDialogElement>(null);

  const current = place === 'summary' ? items.length : place;
  const change = (next: Partial<Given>) => {
    const updated = { ...given[current]!, ...next };
    setGiven(given.map((g, i) => (i === current ? updated : g)));
    saver.save(items[current]!.variant, updated);
  };
  const flag = () => change({ flagged: !given[current]!.flagged });
  const go = (index: number) => setPlace(Math.min(items.length - 1, Math.max(0, index)));
  useKeys({ next: () => go(current + 1), previous: () => go(current - 1), flag, help: () => help.current?.showModal(), active: place !== 'summary', root: section });

  const states = given.map((g) => ({ answered: !isEmpty(g.answer), flagged: g.flagged }));
  return (
    <div data-own-frame className="grid gap-4 lg:grid-cols-[1fr_14rem]">
      <header className="grid grid-cols-[1fr_auto] gap-x-4 border-b border-line pb-2 lg:col-span-2">
        <h1 className="col-span-2 self-center text-lg sm:col-span-1">{title}</h1>
        {dueAt === null ? <span /> : <Clock serverNow={serverNow} dueAt={dueAt} onOver={handIn.byClock} />}
        <div className="order-last col-span-2 sm:order-none sm:col-span-1">
          <SaveLine state={state} lang={lang} attempt={attempt} />
        </div>
        <div className="flex items-center justify-end gap-5">
          <Help dialog={help} />
          <Link href="/practice" className="inline-flex min-h-11 items-center text-sm">{t('leave')}</Link>
        </div>
      </header>
      <section ref={section} tabIndex={-1} aria-labelledby={place === 'summary' ? 'summary' : 'question'} className="min-w-0 outline-none">
        {place === 'summary' ? (
          <Summary states={states} state={handIn.state} onBack={() => go(items.length - 1)} onGo={go} onHandIn={handIn.byStudent} />
        ) : (
          <Question item={items[place]!} given={given[place]!} first={place === 0} last={place === items.length - 1} change={change} flag={flag} go={(step) => go(place + step)} finish={() => setPlace('summary')} />
        )}
      </section>
      <Palette states={states} current={current} onGo={go} />
    </div>
  );
}

/** Focus follows the move, so a screen reader reads the new question; the first one waits until the reader gets there. */
function useFocusOnMove(place: number | 'summary') {
  const section = useRef<HTMLElement>(null);
  const shown = useRef(place);
  useEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    section.current?.focus();
  }, [place]);
  return section;
}

type QuestionProps = { item: Item; given: Given; first: boolean; last: boolean; change: (next: Partial<Given>) => void; flag: () => void; go: (step: 1 | -1) => void; finish: () => void };

function Question({ item, given, first, last, change, flag, go, finish }: QuestionProps) {
  const t = useTranslations('exam.paper');
  return (
    <div className="grid content-start gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 id="question">{t('question', { position: item.position })}</h2>
        <span className="text-text-2">{t('points', { points: item.points })}</span>
      </div>
      <div className="prose" dangerouslySetInnerHTML={{ __html: item.stem }} />
      {item.code ? <div dangerouslySetInnerHTML={{ __html: item.code }} /> : null}
      <Input key={item.variant} item={item} answer={given.answer} onAnswer={(answer) => change({ answer })} />
      <div className="no-print flex flex-wrap gap-3 border-t border-line pt-4">
        <button className="button quiet" disabled={first} onClick={() => go(-1)}>{t('previous')}</button>
        <button className="button quiet" aria-pressed={given.flagged} onClick={flag}>
          <Flag aria-hidden className="size-4" fill={given.flagged ? 'currentColor' : 'none'} /> {t('flag')}
        </button>
        {last ? null : <button className="button" onClick={() => go(1)}>{t('next')}</button>}
        <button className={last ? 'button' : 'button quiet'} onClick={finish}>{t('finish')}</button>
      </div>
    </div>
  );
}
