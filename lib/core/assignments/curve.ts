import type { Epoch } from './report.ts';

/** Values of one logged quantity, epoch by epoch; null where the framework logged NaN or infinity. */
export const curveOf = (epochs: readonly Epoch[], ...keys: string[]): (number | null)[] =>
  epochs.flatMap(({ logs }) => {
    const key = keys.find((each) => each in logs);
    return key === undefined ? [] : [logs[key]!];
  });

/** Least fall of the loss per epoch, relative, that counts as "still falling". */
const STILL_FALLING = 0.02;
/** Epochs looked at, at most the second half of the run: its first steps always fall. */
const WINDOW = 5;

/**
 * Is the training loss still on its way down at the end? Either it falls by more than 2 % per epoch over the last epochs, or
 * its second half falls nearly as fast as its first, so that no levelling off is in sight (a rate too small for the target).
 */
export function isStillFalling(loss: readonly (number | null)[]): boolean {
  if (loss.length < 2 || loss.some((value) => value === null)) return false;
  const values = loss as number[];
  const [first, middle, last] = [values[0]!, values[(values.length - 1) >> 1]!, values.at(-1)!];
  const span = Math.min(WINDOW, values.length >> 1);
  const before = values.at(-1 - span)!;
  if (!(before > last && last > 0)) return false;
  const perEpoch = 1 - (last / before) ** (1 / span);
  const straight =
    values.length >= 4 && middle - last >= 0.8 * (first - middle) && first - last > 1e-5 * first;
  return perEpoch > STILL_FALLING || straight;
}
