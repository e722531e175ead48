import { z } from 'zod';
import { engineSchema } from '../../engines.ts';
import { noiseSchema, type Noise } from './noise.ts';
import { momentsOf } from './normal.ts';
import type { Better } from '../band.ts';
import type { TrialRow } from './trial.ts';

/** `calibration.json` of an assignment, written by `derin assignment calibrate`. */
export const calibrationSchema = z.strictObject({
  /** Of what decides a grade (`assignmentHash`): for other rules or data these figures say nothing. */
  hash: z.string(),
  /** Usable engines where it was calibrated, from the fastest on. */
  engineOrder: z.array(engineSchema),
  noise: noiseSchema,
  /** Metric by training; null where there was none. */
  series: z.record(z.string(), z.array(z.number().nullable())),
});
export type Calibration = z.infer<typeof calibrationSchema>;

/** Spread of the reference's metric, of its logarithm where less is better. Null when a training of it gave no number, or there is only one. */
export function noiseOf(reference: TrialRow, better: Better): Noise | null {
  const values = reference.runs.flatMap(({ metric }) =>
    metric === null ? [] : [better === 'more' ? metric : Math.log(metric)],
  );
  if (values.length < 2 || values.length < reference.runs.length) return null;
  return { sd: momentsOf(values).sd, trainings: values.length };
}
