import { z } from 'zod';

const pointSchema = z.strictObject({ value: z.number(), points: z.number().min(0).max(100) });
export type BandPoint = z.infer<typeof pointSchema>;

/** Points of 100 from which a submission passes. */
export const PASS_POINTS = 60;

/** Which values of a metric are worth more points. */
export type Better = 'more' | 'less';

/** Piecewise-linear, constant outside: metric value → points of 100. */
export const bandSchema = z.array(pointSchema).min(2);

/**
 * Piecewise-linear map from a metric value to points of 100, constant outside the given values. The points may be listed in any
 * order of value; a falling band serves a metric where less is better.
 */
export function bandPoints(band: readonly BandPoint[], value: number): number {
  const sorted = band.toSorted((a, b) => a.value - b.value);
  const above = sorted.findIndex((point) => point.value >= value);
  if (above === 0) return sorted[0]!.points;
  if (above === -1) return sorted.at(-1)!.points;
  const [low, high] = [sorted[above - 1]!, sorted[above]!];
  return low.points + ((high.points - low.points) * (value - low.value)) / (high.value - low.value);
}

/** The metric value from which a submission earns `points`; null where the band never reaches them. */
export function valueAtPoints(band: readonly BandPoint[], points: number): number | null {
  const sorted = band.toSorted((a, b) => a.points - b.points);
  const above = sorted.findIndex((point) => point.points >= points);
  if (above === -1) return null;
  if (above === 0) return sorted[0]!.value;
  const [low, high] = [sorted[above - 1]!, sorted[above]!];
  return low.value + ((high.value - low.value) * (points - low.points)) / (high.points - low.points);
}

export function betterOf(band: readonly BandPoint[]): Better {
  const sorted = band.toSorted((a, b) => a.value - b.value);
  return sorted[0]!.points < sorted.at(-1)!.points ? 'more' : 'less';
}
