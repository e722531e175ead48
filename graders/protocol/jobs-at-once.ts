import { availableParallelism } from 'node:os';

/** Jobs a grader host runs side by side: one for each core but the one that web and worker need. */
export const jobsAtOnce = (): number => Math.max(1, availableParallelism() - 1);
