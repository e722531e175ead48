import { z } from 'zod';

/** The documents of the command line as its contract names them. Keys may be added, never renamed or left out. */
const text = z.object({ tr: z.string().min(1), en: z.string().min(1) });
const anything = z.record(z.string(), z.unknown());
const counts = z.record(z.string(), z.number().int());
const share = z.number().min(0).max(1);

export const doctor = z.object({
  ok: z.boolean(),
  checks: z
    .array(
      z.object({ id: z.string(), status: z.enum(['ok', 'degraded', 'off', 'failed']), detail: z.string() }),
    )
    .min(1),
  engines: z.array(z.object({ id: z.string(), usable: z.boolean(), why: z.string().nullable() })).min(1),
});

export const grade = z.object({
  assignment: z.string(),
  version: z.number().int(),
  language: z.enum(['tfjs', 'keras']),
  engine: z.string(),
  seeds: z.array(z.number().int()),
  outcome: z.enum(['graded', 'ungradable', 'limitExceeded', 'crashed', 'graderFailed']),
  limit: z.enum(['cpu', 'wall', 'memory', 'output', 'processes']).nullable(),
  fraction: share.nullable(),
  score: z.number().int().min(0).max(100).nullable(),
  message: text.extend({ line: z.number().int().nullable() }).nullable(),
  metrics: z.array(
    z.object({
      name: z.string(),
      value: z.number().nullable(),
      perSeed: z.array(z.number().nullable()),
      interval: z.tuple([z.number(), z.number()]).nullable(),
    }),
  ),
  gates: z.array(text.extend({ id: z.string(), passed: z.boolean() })),
  feedback: z.array(text.extend({ id: z.string(), evidence: anything })),
  output: z.string(),
  outputTruncated: z.boolean(),
  isolation: z.object({
    userns: z.boolean(),
    seccomp: z.boolean(),
    cgroup: z.enum(['v2', 'v1', 'none']),
    uid: z.number().int().nullable(),
    network: z.boolean(),
  }),
  timings: z.object({
    readyMs: z.number(),
    firstLineMs: z.number(),
    trainMs: z.number(),
    scoreMs: z.number(),
    totalMs: z.number(),
  }),
});

export const bench = z.object({
  name: z.string(),
  cores: z.number().int().min(1),
  load: z.tuple([z.number(), z.number()]),
  rows: z
    .array(
      z.object({
        measure: z.string().min(1),
        median: z.number(),
        p99: z.number(),
        unit: z.string(),
        baseline: z.string(),
        ratio: z.number().nullable(),
      }),
    )
    .min(1),
});

export const bankCheck = z.object({
  questions: z.object({ fixed: z.number().int(), templates: z.number().int() }),
  assignments: z.number().int(),
  concepts: z.object({ examinable: z.number().int(), covered: z.number().int() }),
  byType: counts,
  byTopic: counts,
  gates: z
    .array(z.object({ id: z.string(), value: z.number(), threshold: z.number(), passed: z.boolean() }))
    .min(1),
  faults: z.array(
    z.object({ file: z.string(), line: z.number().int(), code: z.string(), message: z.string() }),
  ),
});

export const variant = z.object({
  question: z.string(),
  version: z.number().int(),
  seed: z.number().int(),
  type: z.string(),
  lang: z.enum(['tr', 'en']),
  params: anything,
  view: anything,
  key: anything.nullable(),
});

export const answer = z.object({
  question: z.string(),
  seed: z.number().int(),
  outcome: grade.shape.outcome,
  fraction: share.nullable(),
  parsed: anything.nullable(),
  feedback: z.array(text),
});

export const paper = z.object({
  blueprint: z.string(),
  seed: z.number().int(),
  durationSeconds: z.number().int().positive(),
  items: z
    .array(
      z.object({
        question: z.string(),
        version: z.number().int(),
        seed: z.number().int(),
        type: z.string(),
        topic: z.string(),
        concept: z.string(),
        difficulty: z.number().int(),
        bloom: z.string(),
        points: z.number().int(),
      }),
    )
    .min(1),
});

export const user = z.object({
  id: z.string().startsWith('usr_'),
  email: z.string(),
  role: z.string(),
  password: z.string().min(12),
});
export const password = z.object({ email: z.string(), password: z.string().min(12) });

export const refusal = z.strictObject({
  error: z.strictObject({ code: z.string(), tr: z.string().min(1), en: z.string().min(1) }),
});
