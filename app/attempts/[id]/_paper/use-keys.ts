import { useEffect, type RefObject } from 'react';

type Keys = { next: () => void; previous: () => void; flag: () => void; help: () => void; active: boolean; root: RefObject<HTMLElement | null> };

/** J, K and Alt+arrows move, F flags, 1–9 and A–E choose, ? explains; all off while one types, chooses from a list or reads a dialog. */
export function useKeys({ next, previous, flag, help, active, root }: Keys): void {
  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || isBusy(event.target)) return;
      const key = event.key.toLowerCase();
      const act = event.altKey ? { arrowright: next, arrowleft: previous }[key] : { j: next, k: previous, f: flag, '?': help }[key];
      if (act) {
        event.preventDefault();
        return act();
      }
      if (!event.altKey) choose(root.current, key);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}

const isBusy = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable], dialog[open], dialog[open] *');

/** Focus goes along, so Tab and the arrow keys continue from what was chosen. */
function choose(root: HTMLElement | null, key: string): void {
  const number = /^[1-9]$/.test(key) ? Number(key) : /^[a-e]$/.test(key) ? key.charCodeAt(0) - 96 : 0;
  const input = number ? root?.querySelector<HTMLInputElement>(`[data-choice="${number}"]`) : null;
  input?.focus();
  input?.click();
}
