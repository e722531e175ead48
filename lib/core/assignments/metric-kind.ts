import { z } from 'zod';

/** The number an assignment's band turns into points. */
export const metricKindSchema = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('accuracy'), classes: z.number().int().min(2) }),
  /** Mean of recall and specificity: two classes, of which the second is the rare one. */
  z.strictObject({ name: z.literal('balancedAccuracy') }),
  z.strictObject({ name: z.literal('mse') }),
]);
export type Metric = z.infer<typeof metricKindSchema>;

export const isHigherBetter = ({ name }: Pick<Metric, 'name'>): boolean => name !== 'mse';

/** The dtype `yTrain` has for the student: classes arrive as int32. */
export const labelsOf = ({ name }: Pick<Metric, 'name'>): 'int' | 'float' =>
  name === 'mse' ? 'float' : 'int';
