import { readdirSync, readFileSync } from 'node:fs';

/** O_CLOEXEC as /proc/self/fdinfo prints flags: octal, the same on x86-64 and aarch64. */
const CLOEXEC = 0o2000000;

/**
 * Descriptors of this process, 3 and above, that a program started from here would inherit. A file opened before Node started
 * (a shell's, a container manager's) can hold anything, so a grader host with one refuses to grade.
 */
export function inheritableDescriptors(): number[] {
  return readdirSync('/proc/self/fdinfo')
    .map(Number)
    .filter((fd) => fd >= 3 && isInheritable(fd))
    .sort((a, b) => a - b);
}

function isInheritable(fd: number): boolean {
  try {
    const flags = /^flags:\s+([0-7]+)/m.exec(readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8'))?.[1];
    return flags !== undefined && (parseInt(flags, 8) & CLOEXEC) === 0;
  } catch {
    // The descriptor that listed the folder is closed by now.
    return false;
  }
}
