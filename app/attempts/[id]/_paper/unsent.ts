import type { Given } from './types.ts';

/** A change that the server has not confirmed yet. */
export type Unsent = Given & { sequence: number };

const storageKey = (attempt: string) => `derin.unsent.${attempt}`;

/** Keeps unsent changes on this device, so a closed tab or a flat battery loses nothing. */
export function keepUnsent(attempt: string, unsent: ReadonlyMap<string, Unsent>): void {
  try {
    if (unsent.size) localStorage.setItem(storageKey(attempt), JSON.stringify([...unsent]));
    else localStorage.removeItem(storageKey(attempt));
  } catch {
    // Storage may be full or forbidden; the tab itself still holds the change.
  }
}

/** What an earlier tab could not send; nothing when storage is unreadable. */
export function keptUnsent(attempt: string): [string, Unsent][] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey(attempt)) ?? '[]');
    return Array.isArray(kept) ? (kept as [string, Unsent][]) : [];
  } catch {
    return [];
  }
}
