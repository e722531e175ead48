'use client';

import { Clock3 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';

const ANNOUNCED_MINUTES = [10, 5, 1];

type Props = { serverNow: number; dueAt: number; onOver: () => void };

/** Time left by the server's clock: the difference to this machine's clock is taken once, when the page arrives. */
export function Clock({ serverNow, dueAt, onOver }: Props) {
  const t = useTranslations('exam.paper');
  const [leftMs, setLeftMs] = useState(dueAt - serverNow);
  const [hidden, setHidden] = useState(false);
  const over = useRef(false);
  useEffect(() => {
    const offset = serverNow - Date.now();
    const timer = setInterval(() => setLeftMs(Math.max(0, dueAt - offset - Date.now())), 500);
    return () => clearInterval(timer);
  }, [serverNow, dueAt]);
  useEffect(() => {
    if (leftMs > 0 || over.current) return;
    over.current = true;
    onOver();
  }, [leftMs, onOver]);
  const minutes = Math.ceil(leftMs / 60_000);
  return (
    <div className="flex items-center gap-2">
      <Clock3 aria-hidden className="size-5" />
      <span className="sr-only">{t('clock')}</span>
      <span role="timer" aria-live="off" className="inline-block min-w-14 tabular-nums">{hidden ? '–' : format(leftMs)}</span>
      <button className="min-h-11 cursor-pointer text-sm text-brand underline" onClick={() => setHidden(!hidden)}>{hidden ? t('showClock') : t('hideClock')}</button>
      <output className="sr-only">{leftMs === 0 ? t('timeOver') : ANNOUNCED_MINUTES.includes(minutes) ? t('minutesLeft', { minutes }) : ''}</output>
    </div>
  );
}

function format(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${seconds >= 3600 ? `${Math.floor(seconds / 3600)}:` : ''}${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}
