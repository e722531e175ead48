import { readdirSync, readFileSync } from 'node:fs';

export const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process ended meanwhile.
    return '';
  }
};
export const statusMib = (name: string): number => Number(field('self', name) ?? 0) / 1024;
const field = (pid: number | 'self', name: string): string | undefined =>
  new RegExp(`^${name}:\\s+(\\S+)`, 'm').exec(read(`/proc/${pid}/status`))?.[1];
const pids = (): number[] => readdirSync('/proc').map(Number).filter(Number.isInteger);
export const isRunning = (pid: number): boolean => !/^[ZX]?$/.test(field(pid, 'State') ?? '');
export const commandOf = (pid: number): string =>
  read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').slice(0, 400);

export const children = (): number[] =>
  pids().filter((pid) => Number(field(pid, 'PPid')) === process.pid && isRunning(pid));

/** Processes whose parent died. */
export const orphansOf = (uids: readonly number[]): number[] =>
  pids().filter(
    (pid) => uids.includes(Number(field(pid, 'Uid'))) && field(pid, 'PPid') === '1' && isRunning(pid),
  );

/** Processes with a word in their command line. */
export const processesNamed = (name: string): number[] =>
  pids().filter((pid) => pid !== process.pid && isRunning(pid) && commandOf(pid).includes(name));

/** Programs of boxes that this process started, all or one. */
export const boxProcesses = (program: 'train' | 'score' | '' = ''): number[] =>
  pids().filter((pid) => {
    const command = commandOf(pid);
    return command.startsWith('/bin/node') && command.includes(`${program}.cjs`) && isOurs(pid);
  });

function isOurs(pid: number): boolean {
  for (let at = pid; at > 1; at = Number(field(at, 'PPid'))) if (at === process.pid) return true;
  return false;
}
