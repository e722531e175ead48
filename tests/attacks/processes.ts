import { readdirSync, readFileSync } from 'node:fs';

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process ended meanwhile.
    return '';
  }
};
const pids = (): number[] => readdirSync('/proc').map(Number).filter(Number.isInteger);
const field = (pid: number, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(read(`/proc/${pid}/status`))?.[1] ?? 0);

/** Another grader host on this machine (a running installation, another test run) has boxes of its own, with the same user ids. */
function belongsToOthers(pid: number): boolean {
  for (let at = pid; at > 1; at = field(at, 'PPid')) {
    if (at === process.pid) return false;
    if (field(at, 'PPid') !== process.pid && read(`/proc/${at}/cmdline`).includes('graders/host/main.ts'))
      return true;
  }
  return false;
}

/** Processes of one user that this test run is to blame for, orphans included. */
export const processesOf = (uid: number): number[] =>
  pids().filter((pid) => field(pid, 'Uid') === uid && !belongsToOthers(pid));

/** Programs in boxes of this test run. */
export const boxProcesses = (): number[] =>
  pids().filter(
    (pid) => /\/lib\/(train|score)\.cjs/.test(read(`/proc/${pid}/cmdline`)) && !belongsToOthers(pid),
  );
