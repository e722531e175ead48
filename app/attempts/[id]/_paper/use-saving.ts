'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Given, Item } from './types.ts';

export type SaveState = { kind: 'idle' } | { kind: 'saving' } | { kind: 'saved'; at: number } | { kind: 'offline' } | { kind: 'refused'; code: string };

const DEBOUNCE_MS = 600;
const RETRY_MS_MAX = 15_000;

type Waiting = Given & { sequence: number };

/**
 * Sends each change after a short pause, one request per question at a time, the newest state only. While the network is away the
 * change stays in this tab and in local storage and is sent again at growing intervals; the sequence number keeps a late save from
 * overwriting a newer one.
 */
export function useSaving(attempt: string, items: Item[]) {
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
  const waiting = useRef(new Map<string, Waiting>());
  const sequences = useRef(new Map(items.map((i) => [i.variant, i.sequence])));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const busy = useRef<Promise<void> | null>(null);
  const retryMs = useRef(1000);

  const flush = useCallback((): Promise<void> => {
    busy.current ??= sendAll(attempt, waiting.current, setState)
      .then((sent) => {
        retryMs.current = sent ? 1000 : Math.min(RETRY_MS_MAX, retryMs.current * 2);
      })
      .finally(() => {
        busy.current = null;
        if (waiting.current.size) timer.current = setTimeout(flush, retryMs.current);
      });
    return busy.current;
  }, [attempt]);

  const save = useCallback(
    (variant: string, given: Given) => {
      const sequence = (sequences.current.get(variant) ?? 0) + 1;
      sequences.current.set(variant, sequence);
      waiting.current.set(variant, { ...given, sequence });
      keep(attempt, waiting.current);
      setState({ kind: 'saving' });
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, DEBOUNCE_MS);
    },
    [attempt, flush],
  );

  useEffect(() => {
    for (const [variant, given] of kept(attempt)) if (given.sequence > (sequences.current.get(variant) ?? 0)) waiting.current.set(variant, given);
    if (waiting.current.size) void flush();
    const warn = (event: BeforeUnloadEvent) => waiting.current.size && event.preventDefault();
    window.addEventListener('beforeunload', warn);
    window.addEventListener('online', flush);
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('online', flush);
    };
  }, [attempt, flush]);

  /** Sends what is waiting now; false when something could not be sent. */
  const settle = useCallback(async () => {
    clearTimeout(timer.current);
    if (busy.current) await busy.current;
    if (waiting.current.size) await flush();
    return waiting.current.size === 0;
  }, [flush]);

  return { state, save, settle };
}

/** False when the network failed; then everything unsent stays waiting. */
async function sendAll(attempt: string, waiting: Map<string, Waiting>, report: (state: SaveState) => void): Promise<boolean> {
  for (const [variant, given] of [...waiting]) {
    const response = await fetch(`/api/attempts/${attempt}/responses/${variant}`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(given) }).catch(() => null);
    if (!response || response.status >= 500) {
      report({ kind: 'offline' });
      return false;
    }
    if (waiting.get(variant) === given) waiting.delete(variant);
    keep(attempt, waiting);
    const body = (await response.json()) as { savedAt?: number; code?: string };
    if (!response.ok) report({ kind: 'refused', code: body.code ?? 'common.unknown' });
    else if (!waiting.size) report({ kind: 'saved', at: body.savedAt! });
  }
  return true;
}

const storageKey = (attempt: string) => `derin.unsent.${attempt}`;

function keep(attempt: string, waiting: Map<string, Waiting>): void {
  try {
    if (waiting.size) localStorage.setItem(storageKey(attempt), JSON.stringify([...waiting]));
    else localStorage.removeItem(storageKey(attempt));
  } catch {
    // Storage may be full or forbidden; the tab itself still holds the change.
  }
}

function kept(attempt: string): [string, Waiting][] {
  try {
    return JSON.parse(localStorage.getItem(storageKey(attempt)) ?? '[]') as [string, Waiting][];
  } catch {
    return [];
  }
}
