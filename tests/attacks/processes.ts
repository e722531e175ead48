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

/**
 * Started by this test run, or an orphan. Others on this machine (a running installation, another test run) have boxes of their
 * own, with the same user ids.
 */
function isOurs(pid: number): boolean {
  if (field(pid, 'PPid') === 1) return true;
  for (let at = pid; at > 1; at = field(at, 'PPid')) {
    if (at === process.pid) return true;
  }
  return false;
}

/** Dead, and not yet looked at by its new parent. */
const isZombie = (pid: number): boolean => /^State:\s+Z/m.test(read(`/proc/${pid}/status`));

/** Processes of one user that this test run is to blame for, orphans included. */
export const processesOf = (uid: number): number[] =>
  pids().filter((pid) => field(pid, 'Uid') === uid && !isZombie(pid) && isOurs(pid));

/** Programs in boxes of this test run. */
export const boxProcesses = (): number[] =>
  pids().filter((pid) => /\/lib\/(train|score)\.cjs/.test(read(`/proc/${pid}/cmdline`)) && isOurs(pid));
