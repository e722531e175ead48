import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Memory, processes and CPU by cgroup, where this machine lets us make one: v2 (unified), v1 (a hierarchy per controller), or
 * none, in which case RLIMIT_DATA and the watchdog of `supervision.ts` stand in. Groups are named `derin-<pid>-<random>` beside
 * each other, so that those of a host that died can be told from ours and swept.
 */
export type CgroupMode = 'v2' | 'v1' | 'none';

export type Cgroup = {
  /** `cgroup.procs` files: writing 0 there moves the writer in. */
  files: string[];
  limitMemory(mib: number): void;
  /** Kernel counters: has it killed for memory, has it refused a process. */
  wasMemoryKilled(): boolean;
  wasProcessRefused(): boolean;
  /** CPU time of all that ever ran in it; null where the CPU controller is not ours to use. */
  cpuSeconds(): number | null;
  /** Removes the empty group; waits up to two seconds for the last process to be reaped. */
  remove(): Promise<void>;
};

export type Cgroups = {
  mode: CgroupMode;
  create(memoryMib: number, processesMax: number): Cgroup | null;
};

type Layout = {
  mode: 'v1' | 'v2';
  memory: string;
  pids: string;
  memoryLimitFiles: string[];
  swapFile: string | null;
  memoryEvents: string;
  cpu: CpuLayout | null;
};

/** `share` is half of what any other group has: with both cores wanted, the web server comes first. */
type CpuLayout = {
  shareFolder: string;
  shareFile: string;
  share: string;
  usageFolder: string;
  usageFile: string;
  secondsOf(usage: string): number;
};

/** `root` is where cgroup file systems are mounted; another one only in tests. */
export function openCgroups(root = '/sys/fs/cgroup'): Cgroups {
  const found = [v2Layout(root), v1Layout(root)].find(isUsable);
  if (!found) return { mode: 'none', create: () => null };
  const layout = { ...found, cpu: found.cpu && isCpuUsable(found.cpu) ? found.cpu : null };
  sweepDead(layout);
  return {
    mode: layout.mode,
    create: (memoryMib, processesMax) => createGroup(layout, memoryMib, processesMax),
  };
}

const v2Layout = (root: string): Layout => ({
  mode: 'v2',
  memory: root,
  pids: root,
  memoryLimitFiles: ['memory.max'],
  swapFile: 'memory.swap.max',
  memoryEvents: 'memory.events',
  cpu: {
    shareFolder: root,
    shareFile: 'cpu.weight',
    share: '50',
    usageFolder: root,
    usageFile: 'cpu.stat',
    secondsOf: (text) => Number(/^usage_usec (\d+)/m.exec(text)?.[1]) / 1e6,
  },
});

const v1Layout = (root: string): Layout => ({
  mode: 'v1',
  memory: path.join(root, 'memory'),
  pids: path.join(root, 'pids'),
  // The second bounds memory and swap together and may never be the smaller of the two.
  memoryLimitFiles: ['memory.limit_in_bytes', 'memory.memsw.limit_in_bytes'],
  swapFile: null,
  memoryEvents: 'memory.oom_control',
  cpu: {
    shareFolder: path.join(root, 'cpu'),
    shareFile: 'cpu.shares',
    share: '512',
    usageFolder: path.join(root, 'cpuacct'),
    usageFile: 'cpuacct.usage',
    secondsOf: (nanoseconds) => Number(nanoseconds) / 1e9,
  },
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
  const namesIn = (file: string) => readFileSync(path.join(root, file), 'utf8').trim().split(/\s+/);
  const [there, enabled] = [namesIn('cgroup.controllers'), namesIn('cgroup.subtree_control')];
  const missing = ['memory', 'pids', 'cpu'].filter((name) => there.includes(name) && !enabled.includes(name));
  if (missing.length > 0) {
    writeFileSync(path.join(root, 'cgroup.subtree_control'), missing.map((name) => `+${name}`).join(' '));
  }
}

/** A v1 hierarchy need not be mounted, and v2 may withhold the controller: then the watchdog counts. */
function isCpuUsable({ shareFolder, shareFile, usageFolder, usageFile }: CpuLayout): boolean {
  return isGroupWith(shareFolder, shareFile) && isGroupWith(usageFolder, usageFile);
}

function isGroupWith(folder: string, file: string): boolean {
  const probe = path.join(folder, `derin-${process.pid}-probe`);
  try {
    mkdirSync(probe);
    try {
      accessSync(path.join(probe, file), constants.R_OK);
      return true;
    } finally {
      rmdirSync(probe);
    }
  } catch {
    return false;
  }
}

function createGroup(layout: Layout, memoryMib: number, processesMax: number): Cgroup {
  const { cpu } = layout;
  const name = `derin-${process.pid}-${randomBytes(4).toString('hex')}`;
  const own = (folder: string) => path.join(folder, name);
  const [memory, pids] = [own(layout.memory), own(layout.pids)];
  const folders = foldersOf(layout).map(own);
  folders.forEach((folder) => mkdirSync(folder));
  const group: Cgroup = {
    files: folders.map((folder) => path.join(folder, 'cgroup.procs')),
    limitMemory: (mib) =>
      layout.memoryLimitFiles.forEach((file, i) => write(memory, file, String(mib * 1024 * 1024), i > 0)),
    wasMemoryKilled: () => counter(path.join(memory, layout.memoryEvents), 'oom_kill') > 0,
    wasProcessRefused: () => counter(path.join(pids, 'pids.events'), 'max') > 0,
    cpuSeconds: () => {
      const usage = cpu && read(path.join(own(cpu.usageFolder), cpu.usageFile));
      return cpu && usage ? cpu.secondsOf(usage) : null;
    },
    remove: async () => void (await Promise.all(folders.map(removeFolder))),
  };
  group.limitMemory(memoryMib);
  if (layout.swapFile) write(memory, layout.swapFile, '0', true);
  write(pids, 'pids.max', String(processesMax), false);
  if (cpu) write(own(cpu.shareFolder), cpu.shareFile, cpu.share, false);
  return group;
}

const foldersOf = ({ memory, pids, cpu }: Layout): string[] => [
  ...new Set([memory, pids, ...(cpu ? [cpu.shareFolder, cpu.usageFolder] : [])]),
];

/** Some kernels are built without swap accounting: then its file is not there. */
function write(folder: string, file: string, value: string, isOptional: boolean): void {
  try {
    writeFileSync(path.join(folder, file), value, { flag: 'r+' });
  } catch (error) {
    if (!isOptional) throw error;
  }
}

const counter = (file: string, name: string): number =>
  Number(new RegExp(`^${name} (\\d+)`, 'm').exec(read(file) ?? '')?.[1] ?? 0);

/** Null when the group is gone. */
function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
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
  for (const folder of foldersOf(layout)) {
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
