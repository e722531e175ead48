import type { TrainJob } from '#graders/protocol/box.ts';
import type { DataSet } from '#lib/core/assignments/data.ts';
import { labelsOf } from '#lib/core/assignments/metric-kind.ts';
import type { Assignment } from '#lib/core/assignments/schema.ts';

/** What a train box is told besides the values of the data. */
export const makeTrainJob = (
  { source, assignment }: { source: string; assignment: Assignment },
  seed: number,
  { xShape, yShape, xIsWhole, names = {} }: DataSet,
): TrainJob => ({
  source,
  seed,
  xShape,
  yShape,
  inputs: xIsWhole ? 'int' : 'float',
  labels: labelsOf(assignment.metric),
  names,
  epochsMax: assignment.limits.epochsMax,
});
