import { z } from 'zod';

/** The number an assignment's band turns into points. */
export const metricKindSchema = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('accuracy'), classes: z.number().int().min(2) }),
  /** Mean of recall and specificity: two classes, of which the second is the rare one. */
  z.strictObject({ name: z.literal('balancedAccuracy') }),
  /** Differences times `scale`: the unit in which people read them. Labels of (T − 15) / 6 make 1 a difference of 6 °C. */
  z.strictObject({ name: z.literal('mse'), scale: z.number().positive().default(1) }),
  z.strictObject({ name: z.literal('mae'), scale: z.number().positive() }),
  /** Between a sample of the model's and one of the true distribution. */
  z.strictObject({ name: z.literal('energyDistance') }),
  /** Centres with at least `share` of the samples within `radius`. */
  z.strictObject({ name: z.literal('modes'), radius: z.number(), share: z.number() }),
  /** Share of the samples within `radius` of a centre. */
  z.strictObject({ name: z.literal('hits'), radius: z.number() }),
]);
export type Metric = z.infer<typeof metricKindSchema>;

const ERRORS = new Set(['mse', 'mae', 'energyDistance']);
/** Of several parts, what counts is the sum of their points. */
export const isHigherBetter = ({ name }: { name: Metric['name'] | 'parts' | 'tests' }): boolean => !ERRORS.has(name);

/** The dtype `yTrain` has for the student: classes arrive as int32. */
export const labelsOf = ({ name }: { name: Metric['name'] | 'parts' | 'tests' }): 'int' | 'float' =>
  name === 'accuracy' || name === 'balancedAccuracy' ? 'int' : 'float';
