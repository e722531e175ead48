import { z } from 'zod';
import { traceSchema } from '#lib/core/assignments/trace.ts';

/** What a train box tells of a training, in the words of a program that shares its process with a student's. */
export const recordSchema = z.strictObject({
  loss: z.string().max(64).nullable(),
  optimizer: z.string().max(64).nullable(),
  epochs: z.number().int().min(0),
  batchSize: z.number().nullable(),
  callbacks: z.array(z.string().max(64)).max(16),
  weighted: z.boolean(),
  rows: z.number().int().min(0).nullable(),
  validationSplit: z.number(),
  labelShape: z.array(z.number().int().min(0)).max(8).nullable(),
  pendingFit: z.boolean(),
  // Advice only: statistics that break their bounds are dropped, and the training is graded without them.
  trace: traceSchema.nullable().catch(null),
  frozenEpochs: z.number().int().min(0),
  plainBecause: z.array(z.string().max(96)).max(8),
  options: z.record(z.string().max(32), z.number()),
});
