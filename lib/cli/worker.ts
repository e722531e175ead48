import { setTimeout as sleep } from 'node:timers/promises';
import { operator } from '#lib/auth/actors.ts';
import { handInOverdue } from '#lib/services/attempts/hand-in.ts';

/** Work that no request waits for: papers whose clock ran out are handed in. Ends on SIGTERM between two rounds. */
const ROUND_MS = 5000;
const stopping = new AbortController();
process.once('SIGTERM', () => stopping.abort());
process.once('SIGINT', () => stopping.abort());

while (!stopping.signal.aborted) {
  handInOverdue(operator());
  await sleep(ROUND_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
}
