'use client';

import { useEffect, type RefObject } from 'react';

type Keys = { next: () => void; previous: () => void; flag: () => void; active: boolean; root: RefObject<HTMLElement | null> };

/** J, K and Alt+arrows move, F flags, 1–9 and A–E choose; all off while one types or chooses from a list. */
export function useKeys({ next, previous, flag, active, root }: Keys): void {
  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const move = event.altKey ? { arrowright: next, arrowleft: previous }[key] : { j: next, k: previous, f: flag }[key];
      if (move) {
        event.preventDefault();
        return move();
      }
      if (!event.altKey) choose(root.current, key);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}

const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && target.matches('input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]');

function choose(root: HTMLElement | null, key: string): void {
  const number = /^[1-9]$/.test(key) ? Number(key) : /^[a-e]$/.test(key) ? key.charCodeAt(0) - 96 : 0;
  if (number) root?.querySelector<HTMLInputElement>(`[data-choice="${number}"]`)?.click();
}
