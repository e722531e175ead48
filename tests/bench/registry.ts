import type { Bench } from './bench.ts';

/** Every bench by its name on the command line; loaded when asked for. */
export const BENCHES: Record<string, () => Promise<{ default: Bench }>> = {
  engines: () => import('./engines.ts'),
  grade: () => import('./grade.ts'),
  page: () => import('./page.ts'),
  queue: () => import('./queue.ts'),
  train: () => import('./train.ts'),
};
