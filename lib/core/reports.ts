import { z } from 'zod';
import { textSchema } from './lang.ts';

/** One fact a judge established: a blank, a cell, a gate, a metric. `fraction` is this check's own share in [0, 1]. */
export const checkSchema = z.strictObject({
  id: z.string(),
  passed: z.boolean(),
  fraction: z.number().min(0).max(1),
  feedback: textSchema.optional(),
});
export type Check = z.infer<typeof checkSchema>;

/** Why an answer could not be read. `code` names the message `formats.<code>`. */
export const formatIssueSchema = z.strictObject({
  code: z.string(),
  field: z.string().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type FormatIssue = z.infer<typeof formatIssueSchema>;

export const LIMITS = ['cpu', 'wall', 'memory', 'output', 'processes'] as const;
export const limitSchema = z.enum(LIMITS);
export type Limit = z.infer<typeof limitSchema>;

/**
 * What a judge says. It states a fraction and facts; points are computed in `core/score`.
 * `graderFailed` is our fault: it never becomes a score, is retried, and raises an alarm.
 */
export const gradeReportSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('graded'), fraction: z.number().min(0).max(1), checks: z.array(checkSchema) }),
  z.strictObject({ outcome: z.literal('ungradable'), issues: z.array(formatIssueSchema).min(1) }),
  z.strictObject({ outcome: z.literal('limitExceeded'), limit: limitSchema }),
  z.strictObject({ outcome: z.literal('crashed'), message: z.string(), line: z.number().int().positive().optional() }),
  z.strictObject({ outcome: z.literal('graderFailed'), incident: z.string() }),
]);
export type GradeReport = z.infer<typeof gradeReportSchema>;
export type Outcome = GradeReport['outcome'];
