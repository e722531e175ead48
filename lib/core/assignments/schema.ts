import { z } from 'zod';
import { engineSchema } from '../engines.ts';
import { textSchema } from '../lang.ts';
import { bandSchema } from './band.ts';
import { noiseSchema } from './calibration/noise.ts';
import { conditionSchema } from './condition.ts';
import { MODELS_MAX } from './facts.ts';
import { metricSchema, variableSchema } from './parts.ts';
import { symptomSchema } from './symptom.ts';

/**
 * `question-bank/assignments/<id>/assignment.yml`. Beside it: `data.ts` (seeded generator of public and hidden data),
 * `starter.js`, `reference.js`, `wrong/*.js`. Requirements look at the built model, never at the source text.
 */
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const requirement = z.strictObject({ id, text: textSchema, condition: conditionSchema });
export type Requirement = z.infer<typeof requirement>;

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
  /** The engine its author declared; none when any will do. */
  engine: engineSchema.nullable().default(null),
  /** Usable engines from the fastest on, as calibration timed the reference. */
  engineOrder: z.array(engineSchema).default([]),
  /** Spread of the reference's metric over trainings, from calibration: null where it was not calibrated, and nothing is trained again. */
  noise: noiseSchema.nullable().default(null),
  /** Seeds of the scored runs; the median counts. */
  seeds: z.array(z.number().int()).min(1).max(5),
  /** Train all seeds even where one takes long: the result of a single run says too little. */
  everySeed: z.boolean().default(false),
  limits: z.strictObject({
    wallSeconds: z.number(),
    cpuSeconds: z.number(),
    memoryMib: z.number().int(),
    outputKib: z.number().int(),
    paramsMax: z.number().int(),
    epochsMax: z.number().int(),
  }),
  /** Variables the script leaves: trained models, and functions that tests call after training. */
  leaves: z
    .strictObject({
      models: z.array(variableSchema).max(MODELS_MAX).default(['model']),
      functions: z.array(variableSchema).default([]),
    })
    .default({ models: ['model'], functions: [] }),
  metric: metricSchema,
  /** Metric value → points of 100. */
  band: bandSchema,
  /** A failed gate caps the score at 40. */
  gates: z.array(requirement),
  /** A failed soft requirement costs 10 points. */
  soft: z.array(requirement).default([]),
  /** Own findings, before the generic ones (g1–g8). A remark is shown beside a full score as well. */
  findings: z
    .array(
      z.strictObject({ id, text: textSchema, symptom: symptomSchema, remark: z.literal(true).optional() }),
    )
    .default([]),
});
export type Assignment = z.infer<typeof assignmentSchema>;
