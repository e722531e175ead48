import type { Address } from '../address.ts';

/**
 * tfjs's losses on plain numbers: `rows` rows of `columns` outputs each, which are the last axis. Each adds up the losses of the rows,
 * times their weights where there are such, and writes the gradient of that sum times `scale`, where a place for it is given.
 * Zero slopes outside of the clipping, and −1 for |x| at 0, are tfjs's.
 */
export type Batch = {
  floats: Float32Array;
  rows: number;
  columns: number;
  output: Address;
  target: Address;
  /** One a row, or 0 for none. */
  weights: Address;
  gradient: Address;
  scale: number;
};
export type Loss = (batch: Batch) => number;

const LOW = Math.fround(1e-7);
const HIGH = Math.fround(1 - 1e-7);
/** NaN stays NaN. */
const clip = (value: number): number => (value < LOW ? LOW : value > HIGH ? HIGH : value);
const isInside = (value: number): boolean => value >= LOW && value <= HIGH;

/** −Σ t·log(p / Σp); a row's outputs need not sum to 1. */
export const categoricalCrossentropy: Loss = (batch) => {
  const { floats, columns } = batch;
  return eachRow(batch, (p, t, g, weight) => {
    let [sum, loss, inside] = [0, 0, 0];
    for (let i = 0; i < columns; i++) sum += floats[p + i]!;
    for (let i = 0; i < columns; i++) {
      const share = floats[p + i]! / sum;
      const target = floats[t + i]!;
      const counts = target !== 0 && isInside(share);
      if (target !== 0) loss -= target * Math.log(clip(share));
      if (counts) inside += target;
      if (g >= 0) floats[g + i] = counts ? -target / floats[p + i]! : 0;
    }
    if (g >= 0)
      for (let i = 0; i < columns; i++)
        floats[g + i] = (floats[g + i]! + inside / sum) * weight * batch.scale;
    return loss * weight;
  });
};

/** The same for one whole number a row; here tfjs clips twice, before and after it divides by the sum. */
export const sparseCategoricalCrossentropy: Loss = (batch) => {
  const { floats, columns, scale } = batch;
  return eachRow({ ...batch, targetColumns: 1 }, (p, t, g, weight) => {
    let sum = 0;
    for (let i = 0; i < columns; i++) sum += clip(floats[p + i]!);
    const label = Math.floor(floats[t]!);
    const own = floats[p + label]!;
    const isKnown = label >= 0 && label < columns;
    const share = isKnown ? clip(own) / sum : NaN;
    const by = isKnown && isInside(share) ? weight * scale : 0;
    if (g >= 0)
      for (let i = 0; i < columns; i++) {
        const slope = 1 / sum - (i === label ? 1 / clip(own) : 0);
        floats[g + i] = isInside(floats[p + i]!) ? by * slope : 0;
      }
    return isKnown ? -Math.log(clip(share)) * weight : 0;
  });
};

/** The mean over the outputs of a row of log(1 + eᶻ) − t·z, z being the logit of the clipped output. */
export const binaryCrossentropy: Loss = (batch) => {
  const { floats, columns, scale } = batch;
  return eachRow(batch, (p, t, g, weight) => {
    let loss = 0;
    for (let i = 0; i < columns; i++) {
      const [output, target] = [floats[p + i]!, floats[t + i]!];
      const y = clip(output);
      const rest = Math.fround(1 - y);
      const z = Math.log(y / rest);
      loss += Math.max(z, 0) - z * target + Math.log1p(Math.exp(-Math.abs(z)));
      if (g >= 0)
        floats[g + i] = isInside(output) ? ((y - target) / (y * rest) / columns) * weight * scale : 0;
    }
    return (loss / columns) * weight;
  });
};

export const meanSquaredError: Loss = (batch) => {
  const { floats, columns, scale } = batch;
  return eachRow(batch, (p, t, g, weight) => {
    let loss = 0;
    for (let i = 0; i < columns; i++) {
      const error = floats[p + i]! - floats[t + i]!;
      loss += error * error;
      if (g >= 0) floats[g + i] = ((2 * error) / columns) * weight * scale;
    }
    return (loss / columns) * weight;
  });
};

export const meanAbsoluteError: Loss = (batch) => {
  const { floats, columns, scale } = batch;
  return eachRow(batch, (p, t, g, weight) => {
    let loss = 0;
    for (let i = 0; i < columns; i++) {
      const error = floats[p + i]! - floats[t + i]!;
      loss += Math.abs(error);
      if (g >= 0) floats[g + i] = ((error > 0 ? 1 : -1) / columns) * weight * scale;
    }
    return (loss / columns) * weight;
  });
};

type RowLoss = (output: number, target: number, gradient: number, weight: number) => number;

/** Places are indices of floats; that of the gradient is negative where none is wanted. */
function eachRow(batch: Batch & { targetColumns?: number }, lossOf: RowLoss): number {
  const { floats, rows, columns, output, target, weights, gradient, targetColumns = columns } = batch;
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    const weight = weights ? floats[weights / 4 + row]! : 1;
    const to = gradient ? gradient / 4 + row * columns : -1;
    sum += lossOf(output / 4 + row * columns, target / 4 + row * targetColumns, to, weight);
  }
  return sum;
}
