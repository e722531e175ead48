import { betterOf, PASS_POINTS, valueAtPoints } from '#lib/core/assignments/band.ts';
import { isInDoubt } from '#lib/core/assignments/calibration/noise.ts';
import type { Assignment } from '#lib/core/assignments/schema.ts';
import type { SeedRun } from './run-seed.ts';

const RERUNS = 2;

/**
 * Seeds to train as well before the verdict: the two after the largest, the same for everybody, when the median of the runs lies within
 * the noise of 60 points. None for an assignment that was not calibrated, and none when a run gave no number: that is no matter of luck.
 */
export function rerunSeeds(
  { band, noise }: Assignment,
  runs: readonly Pick<SeedRun, 'seed' | 'measured'>[],
): number[] {
  const threshold = valueAtPoints(band, PASS_POINTS);
  const values = runs.flatMap(({ measured }) => (measured?.metric == null ? [] : [measured.metric]));
  if (noise === null || threshold === null || values.length === 0 || values.length < runs.length) return [];
  if (!isInDoubt(values, threshold, betterOf(band), noise)) return [];
  const last = Math.max(...runs.map(({ seed }) => seed));
  return Array.from({ length: RERUNS }, (_, i) => last + 1 + i);
}
