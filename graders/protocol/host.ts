import { z } from 'zod';
import { assignmentSchema } from '#lib/core/assignments/schema.ts';
import { langSchema } from '#lib/core/lang.ts';
import { ENGINE_CHOICES, engineSchema } from '#lib/core/engines.ts';
import { epochSchema, isolationSchema, submissionReportSchema } from '#lib/core/assignments/report.ts';

/**
 * Worker → grader host → worker: one JSON document per frame over the host's stdin and stdout (4-byte little-endian length,
 * then UTF-8). The first message is `hello`. The host has no database and no network; stderr is its log.
 */
export const hostRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('hello'),
    /** Hidden data come from HMAC-SHA-256(secret, "assignment/term"). */
    hiddenSecretHex: z.string().regex(/^[0-9a-f]{64}$/),
    /** Folder holding one folder per assignment (`data.ts`). */
    assignmentsFolder: z.string(),
    /** How many warm boxes to keep. */
    warmBoxes: z.number().int().min(0).max(8),
  }),
  z.strictObject({
    kind: z.literal('grade'),
    id: z.string(),
    assignment: assignmentSchema,
    /** Term of the course the work was handed in to: each term has hidden rows of its own. */
    term: z.string().min(1),
    /** Language of the words in the data, where an assignment's data hold any. */
    lang: langSchema,
    language: z.enum(['tfjs', 'keras']),
    source: z.string(),
    seeds: z.array(z.number().int()).min(1).max(8),
    engine: z.enum(ENGINE_CHOICES),
    /** Without this project's acceleration of tfjs, to compare with. */
    plain: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('cancel'), id: z.string() }),
  /** Run the canary boxes with their positive controls again. */
  z.strictObject({ kind: z.literal('prove') }),
]);
export type HostRequest = z.infer<typeof hostRequestSchema>;

export const proofSchema = z.strictObject({
  /** True only when every canary stayed inside and every positive control got out. */
  proven: z.boolean(),
  isolation: isolationSchema,
  checks: z.array(
    z.strictObject({
      id: z.string(),
      status: z.enum(['ok', 'degraded', 'off', 'failed']),
      detail: z.string(),
    }),
  ),
  /** `why` says what is missing when an engine is not usable, `detail` what was found when it is. */
  engines: z.array(
    z.strictObject({
      id: engineSchema,
      usable: z.boolean(),
      why: z.string().nullable(),
      detail: z.string().nullable(),
    }),
  ),
  at: z.number(),
});
export type Proof = z.infer<typeof proofSchema>;

export const hostEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('proof'), proof: proofSchema }),
  z.strictObject({
    kind: z.literal('stage'),
    id: z.string(),
    stage: z.enum(['preparing', 'training', 'scoring']),
    seed: z.number().int(),
    run: z.number().int().min(1),
    runs: z.number().int().min(1),
  }),
  z.strictObject({
    kind: z.literal('epoch'),
    id: z.string(),
    seed: z.number().int(),
    epoch: epochSchema,
    epochs: z.number().int().nullable(),
  }),
  z.strictObject({ kind: z.literal('output'), id: z.string(), text: z.string() }),
  z.strictObject({ kind: z.literal('report'), id: z.string(), report: submissionReportSchema }),
  /** The answer to `cancel`: nothing of this job runs any more. */
  z.strictObject({ kind: z.literal('cancelled'), id: z.string() }),
]);
export type HostEvent = z.infer<typeof hostEventSchema>;
