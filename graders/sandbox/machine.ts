import { execFileSync } from 'node:child_process';
import { accessSync, constants, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Bind } from './bind.ts';
import { openCgroups, type Cgroups } from './cgroup.ts';
import { librariesOf } from './libraries.ts';
import { reachableByAll } from './staging.ts';
import type { Arch } from './syscalls.ts';

/** What boxes on this machine are made of. Found once at start. */
export type Machine = {
  arch: Arch;
  /** Absolute paths. `setpriv` is null unless we are root: then there is no identity to drop. */
  tools: { bash: string; bwrap: string; prlimit: string; setpriv: string | null };
  /** bubblewrap before 0.8 cannot forbid nested user namespaces; the filter still does. */
  forbidsNestedUserns: boolean;
  /** The running Node and the libraries it loads. */
  runtime: Bind[];
  cgroups: Cgroups;
};

export type Inspection = { ok: true; machine: Machine } | { ok: false; check: string; detail: string };

/** Looks for what isolation needs; says what is missing instead of throwing. `searchPath` is colon-separated, as PATH. */
export function inspectMachine(searchPath = process.env['PATH'] ?? '/usr/bin:/bin'): Inspection {
  if (process.platform !== 'linux')
    return missing('platform', `code grading needs Linux, this is ${process.platform}`);
  if (process.arch !== 'x64' && process.arch !== 'arm64') {
    return missing('platform', `no system call filter for the ${process.arch} architecture`);
  }
  const isRoot = process.getuid?.() === 0;
  const names = ['bash', 'bwrap', 'prlimit', ...(isRoot ? ['setpriv'] : [])];
  const found = new Map(names.map((name) => [name, findTool(name, searchPath)]));
  const absent = names.filter((name) => found.get(name) === null);
  if (absent.length > 0)
    return missing('tools', `not installed: ${absent.join(', ')} (apt-get install -y ${packagesOf(absent)})`);
  try {
    return { ok: true, machine: machineOf(process.arch, (name) => found.get(name) ?? null, isRoot) };
  } catch (error) {
    return missing('runtime', `the Node binary and its libraries cannot be listed: ${String(error)}`);
  }
}

const missing = (check: string, detail: string): Inspection => ({ ok: false, check, detail });

const PACKAGES: Record<string, string> = {
  bwrap: 'bubblewrap',
  bash: 'bash',
  prlimit: 'util-linux',
  setpriv: 'util-linux',
};
const packagesOf = (tools: string[]): string => [...new Set(tools.map((tool) => PACKAGES[tool]))].join(' ');

function machineOf(arch: Arch, tool: (name: string) => string | null, isRoot: boolean): Machine {
  const bwrap = tool('bwrap')!;
  const runtime = runtimeBinds(realpathSync(process.execPath));
  return {
    arch,
    tools: { bash: tool('bash')!, bwrap, prlimit: tool('prlimit')!, setpriv: tool('setpriv') },
    forbidsNestedUserns: hasDisableUserns(bwrap),
    runtime: isRoot ? reachableByAll(runtime) : runtime,
    cgroups: openCgroups(),
  };
}

function findTool(name: string, searchPath: string): string | null {
  for (const folder of searchPath.split(':').filter(path.isAbsolute)) {
    const candidate = path.join(folder, name);
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      continue;
    }
  }
  return null;
}

/** The running Node and what it loads. */
export const runtimeBinds = (node: string): Bind[] => [{ from: node, to: '/bin/node' }, ...librariesOf(node)];

function hasDisableUserns(bwrap: string): boolean {
  const version = /(\d+)\.(\d+)/.exec(
    execFileSync(bwrap, ['--version'], { encoding: 'utf8', timeout: 5000 }),
  );
  return version !== null && (Number(version[1]) > 0 || Number(version[2]) >= 8);
}
