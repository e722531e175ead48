import { mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Memory and process limits by cgroup, where this machine lets us make one: v2 (unified), v1 (a hierarchy per controller), or
 * none, in which case RLIMIT_DATA and the watchdog of `box.ts` stand in. Groups are named `derin-<pid>-<n>` beside each other, so
 * that those of a host that died can be told from ours and swept.
 */
export type CgroupMode = 'v2' | 'v1' | 'none';

export type Cgroup = {
  /** `cgroup.procs` files: writing 0 there moves the writer in. */
  files: string[];
  limitMemory(mib: number): void;
  /** Kernel counters: has it killed for memory, has it refused a process. */
  wasMemoryKilled(): boolean;
  wasProcessRefused(): boolean;
  /** Removes the empty group; waits up to two seconds for the last process to be reaped. */
  remove(): Promise<void>;
};

export type Cgroups = {
  mode: CgroupMode;
  create(name: string, memoryMib: number, processesMax: number): Cgroup | null;
};

type Layout = {
  mode: 'v1' | 'v2';
  memory: string;
  pids: string;
  memoryLimitFiles: string[];
  swapFile: string | null;
  memoryEvents: string;
};

/** `root` is where cgroup file systems are mounted; another one only in tests. */
export function openCgroups(root = '/sys/fs/cgroup'): Cgroups {
  const layout = [v2Layout(root), v1Layout(root)].find(isUsable);
  if (!layout) return { mode: 'none', create: () => null };
  sweepDead(layout);
  return {
    mode: layout.mode,
    create: (name, memoryMib, processesMax) => createGroup(layout, name, memoryMib, processesMax),
  };
}

const v2Layout = (root: string): Layout => ({
  mode: 'v2',
  memory: root,
  pids: root,
  memoryLimitFiles: ['memory.max'],
  swapFile: 'memory.swap.max',
  memoryEvents: 'memory.events',
});

const v1Layout = (root: string): Layout => ({
  mode: 'v1',
  memory: path.join(root, 'memory'),
  pids: path.join(root, 'pids'),
  // The second bounds memory and swap together and may never be the smaller of the two.
  memoryLimitFiles: ['memory.limit_in_bytes', 'memory.memsw.limit_in_bytes'],
  swapFile: null,
  memoryEvents: 'memory.oom_control',
});

/** Usable means: a group can be made there, its limits written, and its counters read. */
function isUsable(layout: Layout): boolean {
  try {
    if (layout.mode === 'v2') enableControllers(layout.memory);
    const probe = path.join(layout.memory, `derin-${process.pid}-probe`);
    mkdirSync(probe);
    try {
      writeFileSync(path.join(probe, layout.memoryLimitFiles[0]!), String(64 << 20));
      return /oom_kill \d/.test(readFileSync(path.join(probe, layout.memoryEvents), 'utf8'));
    } finally {
      rmdirSync(probe);
    }
  } catch {
    return false;
  }
}

function enableControllers(root: string): void {
  const file = path.join(root, 'cgroup.subtree_control');
  const enabled = readFileSync(file, 'utf8').split(/\s+/);
  if (!enabled.includes('memory') || !enabled.includes('pids')) writeFileSync(file, '+memory +pids');
}

function createGroup(layout: Layout, name: string, memoryMib: number, processesMax: number): Cgroup {
  const memory = path.join(layout.memory, `derin-${process.pid}-${name}`);
  const pids = path.join(layout.pids, `derin-${process.pid}-${name}`);
  const folders = [...new Set([memory, pids])];
  folders.forEach((folder) => mkdirSync(folder));
  const group: Cgroup = {
    files: folders.map((folder) => path.join(folder, 'cgroup.procs')),
    limitMemory: (mib) =>
      layout.memoryLimitFiles.forEach((file, i) => write(memory, file, String(mib * 1024 * 1024), i > 0)),
    wasMemoryKilled: () => counter(path.join(memory, layout.memoryEvents), 'oom_kill') > 0,
    wasProcessRefused: () => counter(path.join(pids, 'pids.events'), 'max') > 0,
    remove: async () => void (await Promise.all(folders.map(removeFolder))),
  };
  group.limitMemory(memoryMib);
  if (layout.swapFile) write(memory, layout.swapFile, '0', true);
  write(pids, 'pids.max', String(processesMax), false);
  return group;
}

/** Some kernels are built without swap accounting: then its file is not there. */
function write(folder: string, file: string, value: string, isOptional: boolean): void {
  try {
    writeFileSync(path.join(folder, file), value, { flag: 'r+' });
  } catch (error) {
    if (!isOptional) throw error;
  }
}

function counter(file: string, name: string): number {
  try {
    const line = readFileSync(file, 'utf8')
      .split('\n')
      .find((entry) => entry.startsWith(`${name} `));
    return Number(line?.split(' ')[1] ?? 0);
  } catch {
    return 0;
  }
}

async function removeFolder(folder: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      return rmdirSync(folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EBUSY') return;
      await sleep(20);
    }
  }
}

function sweepDead(layout: Layout): void {
  for (const folder of new Set([layout.memory, layout.pids])) {
    for (const name of readdirSync(folder)) {
      const owner = /^derin-(\d+)-/.exec(name)?.[1];
      if (owner && !isAlive(Number(owner))) void removeFolder(path.join(folder, name));
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
