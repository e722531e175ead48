import * as tf from '@tensorflow/tfjs';

/** What callbacks are told: numbers, or tensors of one number where a callback may expect those. */
export type Logs = Record<string, number | tf.Scalar>;

/** Adds values under their labels. */
export function addLogs(
  logs: Logs,
  labels: readonly string[],
  values: readonly number[],
  asNumbers: boolean,
): void {
  labels.forEach((label, i) => {
    logs[label] = asNumbers ? values[i]! : tf.scalar(values[i]!);
  });
}

export function disposeLogs(logs: Logs): void {
  for (const value of Object.values(logs)) if (typeof value !== 'number') value.dispose();
}
