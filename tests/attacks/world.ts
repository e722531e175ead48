import { openCgroups } from '#graders/sandbox/cgroup.ts';
import type { Machine } from '#graders/sandbox/machine.ts';
import { Slots } from '#graders/sandbox/slots.ts';
import type { Bait } from './bait.ts';
import type { Variant } from './variant.ts';

/** What attacks of one run share. */
export type World = { bait: Bait; slots: Slots; withoutCgroup: boolean };

export const makeWorld = (bait: Bait, withoutCgroup = false): World => ({
  bait,
  slots: new Slots(process.getuid?.() === 0),
  withoutCgroup,
});

/** The machine as the variant's own code sees it. */
export async function machineOf(variant: Variant, { withoutCgroup }: World): Promise<Machine> {
  const { inspectMachine } = await variant.load<typeof import('#graders/sandbox/machine.ts')>(
    'graders/sandbox/machine.ts',
  );
  const inspection = inspectMachine();
  if (!inspection.ok) throw new Error(`${inspection.check}: ${inspection.detail}`);
  return withoutCgroup ? { ...inspection.machine, cgroups: openCgroups('/nowhere') } : inspection.machine;
}
