import { z } from 'zod';
import { textSchema } from '../lang.ts';

/**
 * `question-bank/assignments/<id>/assignment.yml`. Beside it: `data.ts` (seeded generator of public and hidden data),
 * `starter.js`, `reference.js`, `wrong/*.js`. Requirements look at the built model, never at the source text.
 */
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** What a built model must be. `classes` are tfjs layer class names. */
const condition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paramsAtMost'), max: z.number().int() }),
  z.strictObject({ kind: z.literal('trainableLayers'), exactly: z.number().int() }),
  z.strictObject({ kind: z.literal('hiddenLayersAtLeast'), min: z.number().int() }),
  z.strictObject({
    kind: z.literal('output'),
    units: z.number().int(),
    activation: z.array(z.string()).min(1),
    /** Losses that take logits: with one of them a linear output is as right. */
    orLinearWithLoss: z.array(z.string()).optional(),
  }),
  z.strictObject({
    kind: z.literal('layersAtLeast'),
    classes: z.array(z.string()).min(1),
    min: z.number().int(),
  }),
  z.strictObject({ kind: z.literal('epochsAtMost'), max: z.number().int() }),
]);
export type Condition = z.infer<typeof condition>;

const requirement = z.strictObject({ id, text: textSchema, condition });
export type Requirement = z.infer<typeof requirement>;

/** Conditions of the assignment's own findings, over the model, the recorded training and the metric. */
const symptom = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('outputActivation'), is: z.array(z.string()).min(1) }),
  z.strictObject({
    kind: z.literal('hiddenActivation'),
    is: z.array(z.string()).min(1),
    metricBelow: z.number().optional(),
  }),
  z.strictObject({ kind: z.literal('noLayer'), classes: z.array(z.string()).min(1) }),
  z.strictObject({ kind: z.literal('slowForTargetScale'), lossAbove: z.number() }),
  /** The work failed with one of these codes (`FAILURE_CODES`), and, where given, its message holds this text. */
  z.strictObject({
    kind: z.literal('failed'),
    codes: z.array(z.string()).min(1),
    says: z.string().optional(),
  }),
]);
export type Symptom = z.infer<typeof symptom>;

export const assignmentSchema = z.strictObject({
  id: z.string().regex(/^a\d{2}$/),
  version: z.number().int().positive(),
  title: textSchema,
  /** Markdown. */
  task: textSchema,
  /** Markdown: what `xTrain` and `yTrain` hold. */
  dataText: textSchema,
  concepts: z.array(id).min(1),
  languages: z.array(z.enum(['tfjs', 'keras'])).min(1),
  engine: z.enum(['wasm']).default('wasm'),
  /** Seeds of the scored runs; the median counts. */
  seeds: z.array(z.number().int()).min(1).max(5),
  limits: z.strictObject({
    wallSeconds: z.number(),
    cpuSeconds: z.number(),
    memoryMib: z.number().int(),
    outputKib: z.number().int(),
    paramsMax: z.number().int(),
    epochsMax: z.number().int(),
  }),
  metric: z.discriminatedUnion('name', [
    z.strictObject({ name: z.literal('accuracy'), classes: z.number().int().min(2) }),
    z.strictObject({ name: z.literal('mse') }),
  ]),
  /** Piecewise-linear, constant outside: metric value → points of 100. */
  band: z.array(z.strictObject({ value: z.number(), points: z.number().min(0).max(100) })).min(2),
  /** A failed gate caps the score at 40. */
  gates: z.array(requirement),
  /** A failed soft requirement costs 10 points. */
  soft: z.array(requirement).default([]),
  /** Own findings, before the generic ones (g1–g8). */
  findings: z.array(z.strictObject({ id, text: textSchema, symptom })).default([]),
});
export type Assignment = z.infer<typeof assignmentSchema>;
