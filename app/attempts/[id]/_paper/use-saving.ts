import { useEffect, useRef, useState } from 'react';
import { makeSaver, type Saver, type SaveState } from './saver.ts';
import type { Given, Item } from './types.ts';

/** The saver of this page with its state, tied to the browser: restores at the start, sends when the network returns, warns before a loss. */
export function useSaving(attempt: string, items: Item[], onRestore: (given: Map<string, Given>) => void): { state: SaveState; saver: Saver } {
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
  const [saver] = useState(() => makeSaver(attempt, new Map(items.map((i) => [i.variant, i.sequence])), setState));
  const show = useRef(onRestore);
  useEffect(() => {
    const restored = saver.restore();
    if (restored.size) show.current(restored);
    const warn = (event: BeforeUnloadEvent) => void (saver.hasUnsent() && event.preventDefault());
    const again = () => void (saver.hasUnsent() && saver.flush());
    window.addEventListener('beforeunload', warn);
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('online', again);
      again();
    };
  }, [saver]);
  return { state, saver };
}
