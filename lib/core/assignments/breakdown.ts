import { z } from 'zod';
import { assertNever } from '../result.ts';
import { predictedClasses } from './metric.ts';
import type { Metric } from './metric-kind.ts';

/** How the predictions on hidden rows were wrong, in counts over all of them: never a row, and no value that belongs to one. */
export const breakdownSchema = z.discriminatedUnion('kind', [
  /** `counts[true class][predicted class]`; the last column counts rows without a readable prediction. */
  z.strictObject({ kind: z.literal('confusion'), counts: z.array(z.array(z.number().int().min(0))).max(64) }),
  /** Prediction minus truth in equal bins from −`reach` to `reach`; what lies beyond is in the outermost ones. */
  z.strictObject({ kind: z.literal('residuals'), reach: z.number().positive(), counts: z.array(z.number().int().min(0)).length(21) }),
]);
export type Breakdown = z.infer<typeof breakdownSchema>;

/** How predictions missed the truth, for the metrics that compare row by row; null for the others. */
export function breakdownOf(metric: Metric, predictions: Float32Array, columns: number, truth: Float32Array): Breakdown | null {
  switch (metric.name) {
    case 'accuracy':
    case 'balancedAccuracy':
      return confusionOf([...truth], predictedClasses(predictions, columns, truth.length), metric.name === 'accuracy' ? metric.classes : 2);
    case 'mse':
    case 'mae':
      return residualsOf(Array.from(truth, (value, i) => metric.scale * (predictions[i]! - value)));
    case 'energyDistance':
    case 'modes':
    case 'hits':
      return null;
    default:
      return assertNever(metric);
  }
}

/** `predicted[i]` is null where the prediction of row i could not be read. */
export function confusionOf(truth: readonly number[], predicted: readonly (number | null)[], classes: number): Breakdown {
  const counts = Array.from({ length: classes }, () => Array.from({ length: classes + 1 }, () => 0));
  truth.forEach((label, row) => counts[label]![predicted[row] ?? classes]!++);
  return { kind: 'confusion', counts };
}

const BINS = 21;
/** Outer share of the residuals that the reach leaves out, so that one odd row neither stretches the picture nor shows in it. */
const BEYOND = 0.02;

/** Null when a residual is not finite: then there is no picture. */
export function residualsOf(residuals: readonly number[]): Breakdown | null {
  if (residuals.length === 0 || !residuals.every(Number.isFinite)) return null;
  const sizes = residuals.map(Math.abs).toSorted((a, b) => a - b);
  const reach = ceilTo2Digits(sizes[Math.round((sizes.length - 1) * (1 - BEYOND))]!) || 1;
  const counts = Array.from({ length: BINS }, () => 0);
  for (const residual of residuals) counts[Math.min(BINS - 1, Math.max(0, Math.floor(((residual + reach) / (2 * reach)) * BINS)))]!++;
  return { kind: 'residuals', reach, counts };
}

function ceilTo2Digits(value: number): number {
  if (value === 0) return 0;
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Number((Math.ceil(value / unit - 1e-9) * unit).toPrecision(2));
}
