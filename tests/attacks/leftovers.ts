import { readdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { cgroupsHere } from './cgroups.ts';
import { children, commandOf, orphansOf, statusMib } from './processes.ts';
import type { World } from './world.ts';

/** What a run of attacks left behind, or took: each fault is a failure of its own. */
export type Watch = { end(): Promise<{ faults: string[]; peakMib: number }> };

/** No answer of a box is larger, and the buffers of several boxes may wait to be collected. */
const MEMORY_MIB_MAX = 128;

/** Begins to watch this process, the supervisor of its boxes. */
export function watchSupervisor({ bait: { visitors }, slots }: World): Watch {
  const living = () => [...children(), ...orphansOf(slots.uids)];
  const livingBefore = new Set(living());
  const [descriptorsBefore, visitorsBefore] = [descriptors(), visitors()];
  writeFileSync('/proc/self/clear_refs', PEAK_FROM_NOW);
  const before = statusMib('VmRSS');
  return {
    async end() {
      const peakMib = Math.round(statusMib('VmHWM') - before);
      const processes = await settled(() => living().filter((pid) => !livingBefore.has(pid)));
      const groups = await settled(cgroupsHere);
      const open = await settled(() =>
        descriptors() > descriptorsBefore ? [descriptors() - descriptorsBefore] : [],
      );
      const faults = [
        ...processes.map((pid) => `process ${pid} is left: ${commandOf(pid)}`),
        ...groups.map((group) => `cgroup ${group} is left`),
        ...open.map((count) => `${count} descriptors are left open`),
        ...(visitors() > visitorsBefore ? ['the host was reached'] : []),
        ...(peakMib > MEMORY_MIB_MAX ? [`the supervisor took ${peakMib} MiB`] : []),
      ];
      return { faults, peakMib };
    },
  };
}

const descriptors = (): number => readdirSync('/proc/self/fd').length;

/** Written to clear_refs: VmHWM starts anew. */
const PEAK_FROM_NOW = '5';

/** Ends of processes are seen a moment later. */
async function settled<T>(look: () => T[]): Promise<T[]> {
  for (let tries = 0; tries < 40 && look().length > 0; tries++) await sleep(50);
  return look();
}

/** Ends what controls let live, and removes what held it. */
export async function endLeftovers({ slots }: World): Promise<void> {
  for (const pid of [...children(), ...orphansOf(slots.uids)]) process.kill(pid, 'SIGKILL');
  await settled(() => cgroupsHere().filter((folder) => !isRemoved(folder)));
}

function isRemoved(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    // Its last process is not quite gone.
    return false;
  }
}
