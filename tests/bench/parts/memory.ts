import { readFileSync } from 'node:fs';

const MIB = 1024;

/** Resident memory of a process and of the Node processes it started, in MiB; boxes, which run as others, not counted. */
export function residentMib(pid: number): number {
  const own = Number(/^VmRSS:\s+(\d+) kB$/m.exec(read(pid, 'status'))?.[1] ?? 0) / MIB;
  const children = read(pid, `task/${pid}/children`).trim().split(/\s+/).filter(Boolean).map(Number);
  const hosts = children.filter((child) => read(child, 'cmdline').includes('graders/host/main.ts'));
  return hosts.reduce((sum, child) => sum + residentMib(child), own);
}

/** Empty for a process that has just ended. */
function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
