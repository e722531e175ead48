import type { Unsent } from './unsent.ts';

/** `away`: try again later, nothing is lost. `loggedOut`: the same, after a log-in in another tab. `refused`: trying again is of no use. */
export type Sent<T> = { kind: 'done'; value: T } | { kind: 'away' } | { kind: 'loggedOut' } | { kind: 'refused'; code: string };

export const sendSave = (attempt: string, variant: string, given: Unsent): Promise<Sent<{ savedAt: number }>> =>
  send('PUT', `/api/attempts/${attempt}/responses/${variant}`, given);

export const sendHandIn = (attempt: string): Promise<Sent<{ result: string }>> => send('POST', `/api/attempts/${attempt}/hand-in`, {});

async function send<T>(method: 'PUT' | 'POST', url: string, body: unknown): Promise<Sent<T>> {
  try {
    const response = await fetch(url, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (response.status >= 500 || response.status === 429) return { kind: 'away' };
    if (response.status === 401) return { kind: 'loggedOut' };
    const answer = (await response.json()) as T & { code?: string };
    return response.ok ? { kind: 'done', value: answer } : { kind: 'refused', code: answer.code ?? String(response.status) };
  } catch {
    return { kind: 'away' };
  }
}
