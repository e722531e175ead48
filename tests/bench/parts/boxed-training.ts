import type { Bundle } from '#graders/box/bundle.ts';
import type { TrainJob } from '#graders/protocol/box.ts';
import type { Material } from '#graders/host/data.ts';
import { Pool } from '#graders/host/pool.ts';
import { train } from '#graders/host/train.ts';
import { inspectMachine } from '#graders/sandbox/machine.ts';
import { Slots } from '#graders/sandbox/slots.ts';
import type { BoxLimits } from '#graders/sandbox/supervision.ts';
import { readProbe } from './probe.ts';

/** Boxes of the grader, started when one is taken: nothing else goes on beside a training. */
export function openBoxes(bundle: Bundle): Pool {
  const inspection = inspectMachine();
  if (!inspection.ok) throw new Error(inspection.detail);
  return new Pool(inspection.machine, new Slots(process.getuid?.() === 0), bundle, 0);
}

export type BoxedTraining = { trainMs: number; cpuMs: number };

/** What `trainBare` does, in a box under the host's eyes. */
export async function trainBoxed(
  boxes: Pool,
  job: TrainJob,
  material: Material,
  limits: BoxLimits,
): Promise<BoxedTraining> {
  const ready = await boxes.take('train', limits);
  const ignored = { onStart: () => {}, onEpoch: () => {}, onOutput: () => {} };
  const { kind, trainMs, end } = await train(ready, job, material, limits, ignored);
  if (kind !== 'trained') throw new Error(`the training in a box ended as ${kind} (limit: ${end.limit})`);
  return { trainMs, cpuMs: readProbe(end.output).cpuMs };
}
