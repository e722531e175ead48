import type { Assignment } from '#lib/core/assignments/schema.ts';

/** Row-major float32 data of one split. The first axis of both shapes is the number of rows. */
export type Split = { x: Float32Array; y: Float32Array; xShape: number[]; yShape: number[] };

/** `value` is null when no number can be given (a squared error of predictions that are not finite). */
export type Measured = { value: number | null; isConstant: boolean };

/**
 * The metric of predictions on hidden rows. Returns null when the number of predictions does not fit the task: then the model's
 * output shape is wrong. A row with NaN or an infinity is a wrong row; rows are always counted out of all hidden rows.
 */
export function measure(metric: Assignment['metric'], predictions: Float32Array, split: Split): Measured | null {
  const rows = split.yShape[0]!;
  return metric.name === 'accuracy'
    ? measureAccuracy(metric.classes, predictions, split, rows)
    : measureSquaredError(predictions, split);
}

function measureAccuracy(classes: number, predictions: Float32Array, split: Split, rows: number): Measured | null {
  const columns = predictions.length / rows;
  // Two classes may also be told by one probability of the second.
  if (columns !== classes && !(columns === 1 && classes === 2)) return null;
  const guesses = Array.from({ length: rows }, (_, row) => classOf(predictions, row * columns, columns));
  const right = guesses.filter((guess, row) => guess === labelOf(split, row)).length;
  return { value: right / rows, isConstant: guesses.every((guess) => guess === guesses[0]) };
}

/** The class with the largest prediction, the first of equals; -1, which is no class, when one is not finite. */
function classOf(predictions: Float32Array, start: number, columns: number): number {
  const row = predictions.subarray(start, start + columns);
  if (!row.every(Number.isFinite)) return -1;
  return columns === 1 ? Number(row[0]! >= 0.5) : indexOfMax(row);
}

/** Labels are class numbers, or one-hot rows. */
function labelOf({ y, yShape }: Split, row: number): number {
  const columns = y.length / yShape[0]!;
  return columns === 1 ? y[row]! : indexOfMax(y.subarray(row * columns, (row + 1) * columns));
}

function indexOfMax(values: Float32Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
  return best;
}

function measureSquaredError(predictions: Float32Array, { y }: Split): Measured | null {
  if (predictions.length !== y.length) return null;
  let sum = 0;
  for (let i = 0; i < y.length; i++) sum += (predictions[i]! - y[i]!) ** 2;
  return { value: Number.isFinite(sum) ? sum / y.length : null, isConstant: isNearlyConstant(predictions, y) };
}

/** Spread of the predictions below a thousandth of the labels' own. */
function isNearlyConstant(predictions: Float32Array, y: Float32Array): boolean {
  return deviation(predictions) < 1e-3 * deviation(y);
}

function deviation(values: Float32Array): number {
  let [sum, squares] = [0, 0];
  for (const value of values) sum += value;
  for (const value of values) squares += (value - sum / values.length) ** 2;
  return Math.sqrt(squares / values.length);
}
