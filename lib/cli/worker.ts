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
const sleeping = new Set<() => void>();
const wakeUp = () => sleeping.forEach((wake) => wake());
const host = startGrading({
  hiddenSecretHex: ensureSecrets(settings.dataFolder).hiddenData,
  warmBoxes: settings.warmBoxes,
  onProof: (proof) => {
    saveProof(operator(), proof);
    wakeUp();
  },
  onLog: (line) => process.stderr.write(`grader: ${line}\n`),
});
const ear = listenForWake(wakeUp);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopping.abort());

await Promise.all([...Array.from({ length: jobsAtOnce() }, gradeWhileProven), handInWhileOpen()]);
ear.close();
await host.stop();
process.exit(0);

async function gradeWhileProven(): Promise<void> {
  while (!stopping.signal.aborted) {
    if (host.proof?.proven && (await gradeNext(operator(), host, stopping.signal))) continue;
    // Nothing is awaited between the look and the sleep, so no wake is lost.
    await pause(LOOK_MS, sleeping);
  }
}

async function handInWhileOpen(): Promise<void> {
  while (!stopping.signal.aborted) {
    handInOverdue(operator());
    await pause(OVERDUE_MS);
  }
}

/** Until the time is over, something wakes the `sleepers`, or the worker is to stop. */
function pause(ms: number, sleepers: Set<() => void> = new Set()): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      sleepers.delete(wake);
      stopping.signal.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    sleepers.add(wake);
    stopping.signal.addEventListener('abort', wake);
  });
}
