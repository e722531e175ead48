import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seccompProgram } from './seccomp.ts';
import type { Arch } from './syscalls.ts';

let written: string | null = null;

/** The assembled filter as a file, for bwrap to read through a descriptor. Written once a process, removed when it ends. */
export function filterFile(arch: Arch): string {
  // A cleaner of the temporary folder may have taken it: written again, so grading never stops over it.
  if (written !== null && existsSync(written)) return written;
  const folder = mkdtempSync(path.join(tmpdir(), 'derin-filter-'));
  written = path.join(folder, 'seccomp.bpf');
  writeFileSync(written, seccompProgram(arch), { mode: 0o400 });
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return written;
}
