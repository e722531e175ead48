import { existsSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { World } from './world.ts';

/** What a run of attacks left behind, or took: each is a failure of its own. */
export type Watch = { leftovers(): Promise<string[]> };

/** No answer of a box is larger, and the buffers of several boxes may wait to be collected. */
const MEMORY_MIB_MAX = 256;

/** Begins to watch this process, the supervisor of its boxes. */
export function watchSupervisor({ bait: { visitors }, slots }: World): Watch {
  const living = () => [...children(), ...orphansOf(slots.uids)];
  const livingBefore = new Set(living());
  const [descriptorsBefore, visitorsBefore] = [descriptors(), visitors()];
  writeFileSync('/proc/self/clear_refs', PEAK_FROM_NOW);
  const before = statusMib('VmRSS');
  return {
    async leftovers() {
      const peak = statusMib('VmHWM') - before;
      const processes = await settled(() => living().filter((pid) => !livingBefore.has(pid)));
      const groups = await settled(cgroups);
      const open = await settled(() =>
        descriptors() > descriptorsBefore ? [descriptors() - descriptorsBefore] : [],
      );
      return [
        ...processes.map((pid) => `process ${pid} is left: ${commandOf(pid)}`),
        ...groups.map((group) => `cgroup ${group} is left`),
        ...open.map((count) => `${count} descriptors are left open`),
        ...(visitors() > visitorsBefore ? ['the host was reached'] : []),
        ...(peak > MEMORY_MIB_MAX ? [`the supervisor took ${Math.round(peak)} MiB`] : []),
      ];
    },
  };
}

/** Written to clear_refs: VmHWM starts anew. */
const PEAK_FROM_NOW = '5';

/** Ends of processes are seen a moment later. */
async function settled<T>(look: () => T[]): Promise<T[]> {
  for (let tries = 0; tries < 40 && look().length > 0; tries++) await sleep(50);
  return look();
}

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process ended meanwhile.
    return '';
  }
};
const statusMib = (name: string): number => Number(field('self', name) ?? 0) / 1024;
const field = (pid: number | 'self', name: string): string | undefined =>
  new RegExp(`^${name}:\\s+(\\S+)`, 'm').exec(read(`/proc/${pid}/status`))?.[1];
const pids = (): number[] => readdirSync('/proc').map(Number).filter(Number.isInteger);
export const isRunning = (pid: number): boolean => !/^[ZX]?$/.test(field(pid, 'State') ?? '');
const commandOf = (pid: number): string => read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').slice(0, 200);
const descriptors = (): number => readdirSync('/proc/self/fd').length;

const children = (): number[] =>
  pids().filter((pid) => Number(field(pid, 'PPid')) === process.pid && isRunning(pid));

/** Processes whose parent died. */
const orphansOf = (uids: readonly number[]): number[] =>
  pids().filter(
    (pid) => uids.includes(Number(field(pid, 'Uid'))) && field(pid, 'PPid') === '1' && isRunning(pid),
  );

function cgroups(root = '/sys/fs/cgroup'): string[] {
  const inside = (folder: string): string[] => {
    try {
      return readdirSync(folder).filter((name) => name.startsWith(`derin-${process.pid}-`));
    } catch {
      return [];
    }
  };
  return [root, ...readdirSync(root).map((name) => `${root}/${name}`)].flatMap(inside);
}

/** Ends what a control let live. */
export function endLeftovers({ slots }: World): void {
  for (const pid of [...children(), ...orphansOf(slots.uids)]) process.kill(pid, 'SIGKILL');
}

/** Processes with a word in their command line. */
export const processesNamed = (name: string): number[] =>
  pids().filter((pid) => pid !== process.pid && isRunning(pid) && commandOf(pid).includes(name));

/** Programs of boxes that this process started. */
export const boxProcesses = (program: 'train' | 'score'): number[] =>
  pids().filter(
    (pid) =>
      commandOf(pid).startsWith('/bin/node') && commandOf(pid).includes(`/lib/${program}.cjs`) && isOurs(pid),
  );

function isOurs(pid: number): boolean {
  for (let at = pid; at > 1; at = Number(field(at, 'PPid'))) if (at === process.pid) return true;
  return false;
}

/** The groups a process is in that were made for it. */
export function cgroupsOf(pid: number | null) {
  const lines = read(`/proc/${pid}/cgroup`)
    .split('\n')
    .filter((line) => line.includes('/derin-'));
  return lines.map((line) => {
    const [, controllers, inside] = line.split(':');
    const folder = `/sys/fs/cgroup/${controllers}${inside}`;
    const share = ['cpu.shares', 'cpu.weight'].map((file) => read(`${folder}/${file}`).trim()).find(Boolean);
    return { remains: () => existsSync(folder), remove: () => rmdirSync(folder), cpuShare: () => share };
  });
}
