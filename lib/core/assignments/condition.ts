import { z } from 'zod';

/** What a built model, its measures and, for hints only, its recorded training can be asked. `classes` are tfjs layer class names. */
const classes = z.array(z.string()).min(1);
const count = z.number().int();

const simple = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paramsAtMost'), max: count }),
  z.strictObject({ kind: z.literal('trainableLayers'), exactly: count }),
  z.strictObject({
    kind: z.literal('hiddenLayersAtLeast'),
    min: count,
    /** Counts only layers whose activation is not linear. */
    nonlinear: z.literal(true).optional(),
  }),
  /** Every hidden layer of these classes is at least this wide. */
  z.strictObject({ kind: z.literal('hiddenUnitsAtLeast'), classes, min: count }),
  z.strictObject({
    kind: z.literal('output'),
    units: count,
    activation: z.array(z.string()).min(1),
    /** Losses that take logits: with one of them a linear output is as right. */
    orLinearWithLoss: z.array(z.string()).optional(),
  }),
  z.strictObject({
    kind: z.literal('layersAtLeast'),
    classes,
    min: count,
    /** Counts only layers whose window is at least this long on every axis. */
    kernelSizeAtLeast: count.optional(),
    /** Counts only layers that see at least this many time steps. */
    stepsAtLeast: count.optional(),
  }),
  z.strictObject({ kind: z.literal('epochsAtMost'), max: count }),
  /** A measure of `measures.ts`, the median of the runs. A measure that does not exist is in no range. */
  z.strictObject({
    kind: z.literal('measure'),
    name: z.enum(['metric', 'train', 'accuracy', 'recall', 'specificity', 'precision', 'f1']),
    atLeast: z.number().optional(),
    below: z.number().optional(),
  }),
]);

export const conditionSchema = z.discriminatedUnion('kind', [
  simple,
  z.strictObject({ kind: z.literal('anyOf'), of: z.array(simple).min(2) }),
]);
export type Condition = z.infer<typeof conditionSchema>;
