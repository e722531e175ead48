import 'server-only';
import { z } from 'zod';
import { selectSetting } from '#lib/data/publication.ts';

/** The worker's latest isolation proof, as the pages and the supervisor read it. */
const stateSchema = z.object({
  proven: z.boolean(),
  at: z.number(),
  detail: z.string(),
  engines: z.array(z.object({ id: z.string(), usable: z.boolean(), why: z.string().nullable() })),
});
export type GradingState = z.infer<typeof stateSchema>;

export const ISOLATION = 'isolation';

/** Null before the first proof. */
export function gradingState(): GradingState | null {
  return stateSchema.safeParse(selectSetting(ISOLATION)).data ?? null;
}
