import { setTimeout as sleep } from 'node:timers/promises';
import { operator } from '#lib/auth/actors.ts';
import { config } from '#lib/config/config.ts';
import { jobsAtOnce, startGrading } from '#lib/grading/host.ts';
import { listenForWake } from '#lib/grading/wake.ts';
import { handInOverdue } from '#lib/services/attempts/hand-in.ts';
import { saveProof } from '#lib/services/grading/save-proof.ts';
import { gradeNext } from '#lib/services/submissions/grade-next.ts';
import { ensureSecrets } from './supervisor/secrets.ts';

/**
 * Work that no request waits for: grades submissions, as many at once as the grader host does, while that proves its isolation, and
 * hands in papers whose clock ran out. On SIGTERM submissions under way go back to the queue and the grader host ends.
 */
const LOOK_MS = 500;
const OVERDUE_MS = 5000;

const settings = config();
const stopping = new AbortController();
let wakeUp = new AbortController();
const host = startGrading({
  hiddenSecretHex: ensureSecrets(settings.dataFolder).hiddenData,
  warmBoxes: settings.warmBoxes,
  onProof: (proof) => {
    saveProof(operator(), proof);
    wakeUp.abort();
  },
  onLog: (line) => process.stderr.write(`grader: ${line}\n`),
});
const ear = listenForWake(() => wakeUp.abort());
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopping.abort());

await Promise.all([...Array.from({ length: jobsAtOnce() }, gradeWhileProven), handInWhileOpen()]);
ear.close();
await host.stop();
process.exit(0);

async function gradeWhileProven(): Promise<void> {
  while (!stopping.signal.aborted) {
    if (host.proof?.proven && (await gradeNext(operator(), host, stopping.signal))) continue;
    const { signal } = wakeUp;
    await pause(LOOK_MS, signal);
    if (signal.aborted && signal === wakeUp.signal) wakeUp = new AbortController();
  }
}

async function handInWhileOpen(): Promise<void> {
  while (!stopping.signal.aborted) {
    handInOverdue(operator());
    await pause(OVERDUE_MS);
  }
}

/** Until the time is over, something `wakes`, or the worker is to stop. */
async function pause(ms: number, wakes?: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal: AbortSignal.any(wakes ? [stopping.signal, wakes] : [stopping.signal]) }).catch(() => undefined);
}
