import { z } from 'zod';
import { conditionSchema } from './condition.ts';
import { FAILURE_CODES } from './facts.ts';

/** When one of an assignment's own findings applies: a look at the model, its measures and the recorded training. */
const names = z.array(z.string()).min(1);

const simple = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('outputActivation'), is: names }),
  z.strictObject({ kind: z.literal('hiddenActivation'), is: names, metricBelow: z.number().optional() }),
  z.strictObject({ kind: z.literal('noLayer'), classes: names }),
  z.strictObject({ kind: z.literal('dropoutAbove'), rate: z.number() }),
  /** Some layer has a penalty on its kernel, or none has. */
  z.strictObject({ kind: z.literal('regularized'), is: z.boolean() }),
  z.strictObject({ kind: z.literal('meets'), condition: conditionSchema }),
  z.strictObject({ kind: z.literal('fails'), condition: conditionSchema }),
  z.strictObject({ kind: z.literal('slowForTargetScale'), lossAbove: z.number() }),
  /** Batch normalisation whose moving averages lag behind: the finished model is far worse on the training data than training said. */
  z.strictObject({ kind: z.literal('laggingAverages') }),
  /** `fit` got none of these callbacks. */
  z.strictObject({ kind: z.literal('noCallback'), classes: names }),
  /** `fit` got more, or fewer, rows than these; `split`: and held some of them back for validation. */
  z.strictObject({
    kind: z.literal('fitRows'),
    above: z.number().optional(),
    below: z.number().optional(),
    split: z.literal(true).optional(),
  }),
]);

export const symptomSchema = z.discriminatedUnion('kind', [
  simple,
  z.strictObject({ kind: z.literal('allOf'), of: z.array(simple).min(2) }),
  /** The work failed with one of these codes, and, where given, its message holds this text. */
  z.strictObject({
    kind: z.literal('failed'),
    codes: z.array(z.enum(FAILURE_CODES)).min(1),
    says: z.string().optional(),
  }),
]);
export type Symptom = z.infer<typeof symptomSchema>;
