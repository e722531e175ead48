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
  /** The last axis of each output, in order. */
  z.strictObject({ kind: z.literal('outputs'), units: z.array(count).min(1) }),
  z.strictObject({ kind: z.literal('activationOf'), output: count, is: z.array(z.string()).min(1) }),
  /** Layers with weights that all of several outputs depend on. */
  z.strictObject({ kind: z.literal('sharedLayersAtLeast'), min: count }),
  /** Everything passes through one place of at most so many values. */
  z.strictObject({ kind: z.literal('bottleneckAtMost'), max: count }),
  /** Layers with weights that are frozen; a normalising layer does not count. */
  z.strictObject({ kind: z.literal('frozenLayersAtLeast'), min: count }),
  /** The kernels of the given base are as they were; or they moved by less than this part of their norm, after a frozen phase. */
  z.strictObject({ kind: z.literal('onBase'), movedBelow: z.number() }),
  /** Tests of the student's functions that pass in every run. */
  z.strictObject({ kind: z.literal('tests'), pass: z.array(z.string()).min(1) }),
  /** A number that a provided training loop was called with. */
  z.strictObject({
    kind: z.literal('option'),
    name: z.string(),
    atLeast: z.number().optional(),
    below: z.number().optional(),
  }),
  /** A measure of `measures.ts`, or a part of the metric, the median of the runs. A measure that does not exist is in no range. */
  z.strictObject({
    kind: z.literal('measure'),
    name: z.string(),
    atLeast: z.number().optional(),
    below: z.number().optional(),
  }),
]);

export const conditionSchema = z.discriminatedUnion('kind', [
  simple,
  /** Of another model than the first. */
  z.strictObject({ kind: z.literal('of'), model: z.string(), condition: simple }),
  z.strictObject({ kind: z.literal('anyOf'), of: z.array(simple).min(2) }),
]);
export type Condition = z.infer<typeof conditionSchema>;
