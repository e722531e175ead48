import type { ChildProcess } from 'node:child_process';
import { readUsage } from '#graders/sandbox/usage.ts';

/** A server under measurement, a process of its own. */
export type Server = { name: string; url: string; process: ChildProcess };

/** CPU time of all its threads so far, as the kernel counts it (/proc/PID/stat, in steps of 10 ms). */
export function cpuMsOf({ name, process }: Server): number {
  const usage = process.pid === undefined ? null : readUsage(process.pid);
  if (!usage) throw new Error(`${name} is gone.`);
  return usage.cpuSeconds * 1000;
}
