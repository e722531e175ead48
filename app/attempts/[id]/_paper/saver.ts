import { sendSave, type Sent } from './send.ts';
import type { Given } from './types.ts';
import { keepUnsent, keptUnsent, type Unsent } from './unsent.ts';

export type SaveState = { kind: 'idle' } | { kind: 'saving' } | { kind: 'saved'; at: number } | { kind: 'away' } | { kind: 'loggedOut' } | { kind: 'refused'; code: string };

/** A pause in typing sends; whoever never pauses is saved every few seconds all the same. */
const PAUSE_MS = 600;
const UNSAVED_MS_MAX = 5000;
const RETRY_MS_MIN = 1000;
const RETRY_MS_MAX = 15_000;

export type Saver = ReturnType<typeof makeSaver>;

/**
 * Sends each change after a short pause, the newest state of a question only, one request at a time. While the network or the session is
 * away, changes stay in this tab and in local storage and are sent again at growing intervals. A save carries the number after the last
 * one this tab knows of: from the page (`sequences`, by variant), or sent by itself. A tab that does not know what another one has saved
 * can so never overwrite it, however often it tries.
 */
export function makeSaver(attempt: string, sequences: ReadonlyMap<string, number>, report: (state: SaveState) => void, post: typeof sendSave = sendSave) {
  const counts = new Map(sequences);
  const unsent = new Map<string, Unsent>();
  const refused = new Map<string, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsavedSince: number | null = null;
  let retryMs = RETRY_MS_MIN;
  let sending: Promise<void> | null = null;

  const schedule = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };

  function save(variant: string, given: Given): void {
    unsent.set(variant, { ...given, sequence: (counts.get(variant) ?? 0) + 1 });
    keepUnsent(attempt, unsent);
    report({ kind: 'saving' });
    unsavedSince ??= Date.now();
    schedule(Math.max(0, Math.min(PAUSE_MS, unsavedSince + UNSAVED_MS_MAX - Date.now())));
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    sending ??= sendAll().finally(() => {
      sending = null;
      if (unsent.size) schedule(retryMs);
    });
    return sending;
  }

  async function sendAll(): Promise<void> {
    unsavedSince = null;
    let savedAt: number | null = null;
    for (const [variant, given] of Array.from(unsent)) {
      counts.set(variant, given.sequence);
      const sent = await post(attempt, variant, given);
      if (sent.kind === 'away' || sent.kind === 'loggedOut') return stepBack(sent.kind);
      if (unsent.get(variant) === given) unsent.delete(variant);
      keepUnsent(attempt, unsent);
      savedAt = settleOne(variant, given, sent) ?? savedAt;
    }
    retryMs = RETRY_MS_MIN;
    const problem = [...refused.values()].at(-1);
    if (problem) report({ kind: 'refused', code: problem });
    else if (savedAt !== null && !unsent.size) report({ kind: 'saved', at: savedAt });
  }

  function stepBack(kind: 'away' | 'loggedOut'): void {
    report({ kind });
    retryMs = Math.min(RETRY_MS_MAX, retryMs * 2);
  }

  function settleOne(variant: string, { sequence }: Unsent, sent: Extract<Sent<{ savedAt: number }>, { kind: 'done' | 'refused' }>): number | null {
    if (sent.kind === 'done') {
      refused.delete(variant);
      return sent.value.savedAt;
    }
    refused.set(variant, sent.code);
    // The number was not used up: a change made meanwhile takes it over.
    counts.set(variant, sequence - 1);
    const pending = unsent.get(variant);
    if (pending) unsent.set(variant, { ...pending, sequence });
    return null;
  }

  /** What an earlier tab could not send and the server does not know: taken over for sending, and returned to be shown. */
  function restore(): Map<string, Given> {
    const restored = new Map<string, Given>();
    for (const [variant, { answer, flagged, sequence }] of keptUnsent(attempt)) {
      if (unsent.has(variant) || !counts.has(variant) || sequence <= counts.get(variant)!) continue;
      counts.set(variant, sequence);
      unsent.set(variant, { answer, flagged, sequence });
      restored.set(variant, { answer, flagged });
    }
    keepUnsent(attempt, unsent);
    if (unsent.size) schedule(0);
    return restored;
  }

  /** Sends everything now; false when something could not be sent. */
  async function settle(): Promise<boolean> {
    if (sending) await sending;
    if (unsent.size) await flush();
    return unsent.size === 0;
  }

  return { save, flush, settle, restore, hasUnsent: () => unsent.size > 0, stop: () => clearTimeout(timer) };
}
