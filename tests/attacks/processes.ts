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

/** Processes of one user, by number. */
export const processesOf = (uid: number): number[] =>
  pids().filter((pid) => new RegExp(`^Uid:\\s+${uid}\\s`, 'm').test(read(`/proc/${pid}/status`)));

/** Programs that run in boxes on this machine, whoever started them. */
export const boxProcesses = (): number[] => pids().filter((pid) => /\/lib\/(train|score)\.cjs/.test(read(`/proc/${pid}/cmdline`)));
