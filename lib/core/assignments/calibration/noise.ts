import { z } from 'zod';
import type { Better } from '../band.ts';
import { median } from '../median.ts';
import { momentsOf } from './normal.ts';

/** Spread of the metric over trainings, measured once with the assignment's reference: of its logarithm where less is better. */
export const noiseSchema = z.strictObject({ sd: z.number().min(0), trainings: z.number().int().min(2) });
export type Noise = z.infer<typeof noiseSchema>;

const Z95 = 1.959964;
/** A median scatters more than a mean: √(π/2) times, for a normal distribution. */
const MEDIAN = Math.sqrt(Math.PI / 2);

/**
 * Is the median of these runs so near the threshold that other seeds could have put it on the other side (95 %)? The submission's own
 * spread and the stored one are pooled by their degrees of freedom, since two or three runs say little by themselves.
 */
export function isInDoubt(perSeed: readonly number[], threshold: number, better: Better, noise: Noise): boolean {
  const scale = (value: number) => (better === 'more' ? value : Math.log(value));
  const values = perSeed.map(scale);
  const [stored, own] = [Math.max(0, noise.trainings - 1), values.length - 1];
  const variance =
    stored + own === 0 ? 0 : (stored * noise.sd ** 2 + own * momentsOf(values).sd ** 2) / (stored + own);
  const half = Z95 * MEDIAN * Math.sqrt(variance / values.length);
  return Math.abs(median(values) - scale(threshold)) <= half;
}
