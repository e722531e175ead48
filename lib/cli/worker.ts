import { setTimeout as sleep } from 'node:timers/promises';
import { operator } from '#lib/auth/actors.ts';
import { config } from '#lib/config/config.ts';
import { startGrading, type HostClient } from '#lib/grading/host.ts';
import { handInOverdue } from '#lib/services/attempts/hand-in.ts';
import { saveProof } from '#lib/services/grading/save-proof.ts';
import { gradeNext } from '#lib/services/submissions/grade-next.ts';
import { ensureSecrets } from './supervisor/secrets.ts';

/**
 * Work that no request waits for: grades submissions, one at a time, while the isolation is proven, proves it again every ten minutes,
 * and hands in papers whose clock ran out. On SIGTERM it stops its grader host; a job under way keeps its place by its lease.
 */
const POLL_MS = 150;
const OVERDUE_MS = 5000;
const PROVE_MS = 10 * 60_000;

const settings = config();
const stopping = new AbortController();
const host = startGrading({
  hiddenSecretHex: ensureSecrets(settings.dataFolder).hiddenData,
  term: '2026-guz',
  warmBoxes: settings.warmBoxes,
  onProof: (proof) => saveProof(operator(), proof),
  onLog: (line) => process.stderr.write(`grader: ${line}\n`),
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopping.abort());

await Promise.all([gradeWhileProven(host), repeat(OVERDUE_MS, () => void handInOverdue(operator())), repeat(PROVE_MS, () => void host.prove(), false)]);
await host.stop();
process.exit(0);

async function gradeWhileProven(client: HostClient): Promise<void> {
  while (!stopping.signal.aborted) {
    const graded = client.proof?.proven ? await Promise.race([gradeNext(operator(), client), aborted()]) : false;
    if (!graded) await pause(POLL_MS);
  }
}

async function repeat(everyMs: number, work: () => void, atOnce = true): Promise<void> {
  if (atOnce) work();
  while (!stopping.signal.aborted) {
    await pause(everyMs);
    if (!stopping.signal.aborted) work();
  }
}

function pause(ms: number): Promise<void> {
  return sleep(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
}

function aborted(): Promise<boolean> {
  return new Promise((resolve) => stopping.signal.addEventListener('abort', () => resolve(true), { once: true }));
}
