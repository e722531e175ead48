import * as tf from '@tensorflow/tfjs';
import { expect } from 'vitest';
import { mulberry32 } from '#lib/core/rng.ts';

export const sizeOf = (shape: readonly number[]): number =>
  shape.reduce((product, size) => product * size, 1);

/** Uniform in [−1, 1). Typed by the caller: tfjs's ops ask for tensors of a rank, tests know it. */
export function random<R extends tf.Rank = tf.Rank>(shape: number[], seed: number): tf.Tensor<R> {
  const draw = mulberry32(seed);
  const values = Float32Array.from({ length: sizeOf(shape) }, () => 2 * draw() - 1);
  return tf.tensor(values, shape as tf.ShapeMap[R]);
}

/** Values at least 0.05 apart, so that a difference quotient never crosses from one maximum to another. */
export function spread(shape: number[], shift = 0): tf.Tensor {
  const size = sizeOf(shape);
  const draw = mulberry32(7);
  const ranks = Array.from({ length: size }, (_, i) => ({ i, key: draw() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ i }) => i);
  return tf.tensor(
    Float32Array.from(ranks, (rank) => 0.05 * (rank - size / 2) + shift),
    shape,
  );
}

/** Largest deviation, measured against the largest value there is (or 1): a whole result is right or wrong together. */
export function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  const scale = Math.max(1, ...Array.from(expected, Math.abs));
  const deviations = Array.from(expected, (value, i) => Math.abs(value - actual[i]!));
  // NaN is close to nothing.
  const worst = deviations.reduce((max, each) => (each <= max ? max : each), 0);
  expect(worst / scale).toBeLessThan(tolerance);
}

/** Runs `act` on tfjs's own cpu backend. */
export function onCpu<T>(act: () => T): T {
  const backend = tf.getBackend();
  tf.engine().setBackend('cpu');
  try {
    return act();
  } finally {
    tf.engine().setBackend(backend);
  }
}
