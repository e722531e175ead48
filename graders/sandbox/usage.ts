import { readFileSync } from 'node:fs';

/** What the kernel says about a running process. */
export type Usage = { residentMib: number; peakMib: number; cpuSeconds: number };

/** The program inside a box, given the box's pid 1 (bwrap's reaper); null while it has not started. */
export function programOf(boxPid: number): number | null {
  const text = read(`/proc/${boxPid}/task/${boxPid}/children`);
  const child = text === null ? NaN : Number.parseInt(text, 10);
  return Number.isInteger(child) ? child : null;
}

/** Whether bwrap's reaper still runs: a zombie that nobody has looked at is dead, and its number may be someone else's by now. */
export const isReaperRunning = (boxPid: number): boolean =>
  / \(bwrap\) (?![ZX])/.test(` ${read(`/proc/${boxPid}/stat`) ?? ''}`.slice(0, 80));

/** Null when the process is gone. Memory in MiB, CPU time of all its threads, also ended ones, in seconds. */
export function readUsage(pid: number): Usage | null {
  const [status, stat] = [read(`/proc/${pid}/status`), read(`/proc/${pid}/stat`)];
  if (status === null || stat === null) return null;
  const mib = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024;
  // The command name, in parentheses, may hold spaces: count fields after its end. utime and stime are fields 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return {
    residentMib: mib('VmRSS'),
    peakMib: mib('VmHWM'),
    cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS,
  };
}

/** USER_HZ: 100 on every Linux that Node runs on. */
const TICKS = 100;

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
