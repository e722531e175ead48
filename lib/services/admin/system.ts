import 'server-only';
import { isAdmin } from '#lib/auth/actors.ts';
import type { Admin } from '#lib/core/actors.ts';
import type { Instant } from '#lib/core/clock.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { measureStorage, selectJobCounts, selectRunningJobs } from '#lib/data/system.ts';
import { now } from '#lib/data/source.ts';
import { gradingOff, gradingState, type GradingState } from '../grading/state.ts';

export type SystemView = {
  /** When this was read. */
  at: Instant;
  /** The latest proof; null before the first. */
  grading: GradingState | null;
  /** Why code is not graded; null when it is. */
  off: ReturnType<typeof gradingOff>;
  /** `dead`: given up after a fault of ours. */
  jobs: { waiting: number; running: number; dead: number };
  running: ReturnType<typeof selectRunningJobs>;
  storage: ReturnType<typeof measureStorage> & { isLow: boolean };
};

/** Below this a training's events and a backup may not fit any more. */
const FREE_BYTES_MIN = 1e9;

/** How the installation is, for administrators. */
export function viewSystem(actor: Admin): Result<SystemView> {
  if (!isAdmin(actor)) return fail('common.notAllowed');
  const [grading, jobs, storage] = [gradingState(), selectJobCounts(), measureStorage()];
  const at = now();
  return ok({
    at,
    grading,
    off: gradingOff(grading, at),
    jobs: {
      waiting: jobs.get('queued') ?? 0,
      running: jobs.get('leased') ?? 0,
      dead: jobs.get('dead') ?? 0,
    },
    running: selectRunningJobs(),
    storage: { ...storage, isLow: storage.freeBytes < FREE_BYTES_MIN },
  });
}
