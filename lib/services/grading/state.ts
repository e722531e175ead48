import 'server-only';
import { z } from 'zod';
import type { Instant } from '#lib/core/clock.ts';
import { selectSetting } from '#lib/data/publication.ts';
import { now } from '#lib/data/source.ts';

/** The worker's latest isolation proof, as the pages and the supervisor read it. */
const stateSchema = z.object({
  proven: z.boolean(),
  at: z.number(),
  detail: z.string(),
  checks: z.array(z.object({ id: z.string(), status: z.enum(['ok', 'degraded', 'off', 'failed']), detail: z.string() })).default([]),
  engines: z.array(z.object({ id: z.string(), usable: z.boolean(), why: z.string().nullable() })),
});
export type GradingState = z.infer<typeof stateSchema>;

export const ISOLATION = 'isolation';

/** Null before the first proof. */
export function gradingState(): GradingState | null {
  return stateSchema.safeParse(selectSetting(ISOLATION)).data ?? null;
}

/** The worker proves every ten minutes; one that has been silent for longer does not run. */
const PROOF_MS_MAX = 15 * 60_000;

/** Why code is not graded at the moment; null when it is. */
export const gradingOff = (state = gradingState(), at: Instant = now()): 'noProof' | 'notProven' | 'silent' | null => {
  if (!state) return 'noProof';
  if (at - state.at > PROOF_MS_MAX) return 'silent';
  return state.proven ? null : 'notProven';
};
