import { z } from 'zod';
import { langSchema, textSchema } from '../lang.ts';
import { limitSchema } from '../reports.ts';
import { breakdownSchema } from './breakdown.ts';

/** What the grader host says about one submission: facts, a fraction, and findings in both languages. Keys as in `derin grade --json`. */
const finite = z.number();

export const metricSchema = z.strictObject({
  name: z.string(),
  value: finite.nullable(),
  perSeed: z.array(finite.nullable()),
  interval: z.tuple([finite, finite]).nullable(),
});

export const gateSchema = z.strictObject({
  id: z.string(),
  passed: z.boolean(),
  /** A failed gate caps the score, a failed soft requirement costs points. */
  soft: z.boolean(),
  tr: z.string(),
  en: z.string(),
});

/** `tr` and `en` say it in one breath; `text` is the same in parts: what is wrong, what was seen, what to do next. */
export const findingSchema = z.strictObject({
  id: z.string(),
  tr: z.string(),
  en: z.string(),
  text: z.strictObject({ title: textSchema, seen: textSchema, step: textSchema }).optional(),
  evidence: z.record(z.string(), z.union([finite, z.string(), z.array(finite.nullable())])),
});

/** One epoch of one run: values the framework logged. NaN and infinities arrive as null. */
export const epochSchema = z.strictObject({
  epoch: z.number().int().min(0),
  logs: z.record(z.string().max(64), finite.nullable()),
});
export type Epoch = z.infer<typeof epochSchema>;

export const runSchema = z.strictObject({
  seed: z.number().int(),
  epochs: z.array(epochSchema),
  params: z.number().int().min(0).nullable(),
  trainMs: finite,
});

export const isolationSchema = z.strictObject({
  userns: z.boolean(),
  seccomp: z.boolean(),
  cgroup: z.enum(['v2', 'v1', 'none']),
  uid: z.number().int().nullable(),
  network: z.boolean(),
});
export type Isolation = z.infer<typeof isolationSchema>;

export const submissionReportSchema = z.strictObject({
  assignment: z.string(),
  version: z.number().int(),
  /** Whose hidden rows it was measured on; a regrade takes the same. */
  term: z.string(),
  /** Language of the words in those rows, where they hold any. */
  lang: langSchema,
  language: z.enum(['tfjs', 'keras']),
  engine: z.string(),
  /** Whether the engine trained with this project's acceleration, and what of the training fell back to the plain path all the same. */
  path: z.enum(['accelerated', 'plain']),
  plainBecause: z.array(z.string()),
  seeds: z.array(z.number().int()),
  /** Those of the seeds that were added because the first result lay within the noise of 60 points. */
  rerunSeeds: z.array(z.number().int()),
  outcome: z.enum(['graded', 'ungradable', 'limitExceeded', 'crashed', 'graderFailed']),
  limit: limitSchema.nullable(),
  /** 0..1; null unless graded. */
  fraction: z.number().min(0).max(1).nullable(),
  /** Whole points of 100; null unless graded. A crash, a limit and an ungradable artifact earn 0 when recorded as a score. */
  score: z.number().int().min(0).max(100).nullable(),
  message: z
    .strictObject({ tr: z.string(), en: z.string(), line: z.number().int().positive().nullable() })
    .nullable(),
  metrics: z.array(metricSchema),
  /** Of the run whose metric is the median; null where there is no such run, or nothing to count. */
  breakdown: breakdownSchema.nullable(),
  gates: z.array(gateSchema),
  /** Tests of functions, where the script leaves some. */
  tests: z.array(z.strictObject({ id: z.string(), passed: z.boolean(), tr: z.string(), en: z.string() })),
  feedback: z.array(findingSchema),
  runs: z.array(runSchema),
  output: z.string(),
  outputTruncated: z.boolean(),
  isolation: isolationSchema,
  timings: z.strictObject({
    readyMs: finite,
    firstLineMs: finite,
    trainMs: finite,
    scoreMs: finite,
    totalMs: finite,
  }),
});
export type SubmissionReport = z.infer<typeof submissionReportSchema>;
