import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 20;

/** Waits until `isSo`; throws when that takes longer than `msMax`. */
export async function until(
  what: string,
  msMax: number,
  isSo: () => boolean | Promise<boolean>,
): Promise<void> {
  const end = performance.now() + msMax;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`No sign of ${what} within ${msMax / 1000} s.`);
    await sleep(LOOK_MS);
  }
}
