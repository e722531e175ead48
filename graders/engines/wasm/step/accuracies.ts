import type { Batch, Loss } from './losses.ts';

/** tfjs's accuracies as a sum over the rows, so that a metric is used as a loss is. They write no gradient. */
export const categoricalAccuracy: Loss = ({ floats, rows, columns, output, target }) => {
  let hits = 0;
  for (let row = 0; row < rows; row++) {
    const at = row * columns;
    if (indexOfMost(floats, output / 4 + at, columns) === indexOfMost(floats, target / 4 + at, columns))
      hits++;
  }
  return hits;
};

export const sparseCategoricalAccuracy: Loss = ({ floats, rows, columns, output, target }) => {
  let hits = 0;
  for (let row = 0; row < rows; row++)
    if (indexOfMost(floats, output / 4 + row * columns, columns) === floats[target / 4 + row]!) hits++;
  return hits;
};

/** The share of a row's outputs on the right side of ½. */
export const binaryAccuracy: Loss = ({ floats, rows, columns, output, target }: Batch) => {
  let hits = 0;
  for (let i = 0; i < rows * columns; i++)
    if ((floats[output / 4 + i]! > 0.5 ? 1 : 0) === floats[target / 4 + i]!) hits++;
  return hits / columns;
};

/** The first greatest; NaN is greater than nothing. */
function indexOfMost(floats: Float32Array, from: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if (floats[from + i]! > floats[from + best]!) best = i;
  return best;
}
