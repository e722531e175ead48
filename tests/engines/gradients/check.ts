import * as tf from '@tensorflow/tfjs';
import { expectClose, onCpu, random, spread } from '../values.ts';
import type { GradientCase } from './case.ts';

type Function1 = GradientCase['f'];

/**
 * A gradient against central differences of tfjs's cpu forward pass, and the forward pass against the same: a second implementation
 * that is slow and plain. Where the two forward passes agree, a wrong gradient has nowhere to hide.
 */
export function checkGradient({ f, shape, values }: GradientCase): void {
  tf.tidy(() => {
    const x = values ? spread(shape, values === 'negative' ? -100 : 0) : random(shape, 1);
    const numbers = x.dataSync().slice() as Float32Array;
    const outputs = f(x).dataSync();
    expectClose(
      outputs,
      onCpu(() => tf.tidy(() => f(tf.tensor(numbers, shape)).dataSync())),
      1e-4,
    );
    expectClose(
      tf.grad(weighted(f))(x).dataSync(),
      onCpu(() => differenceQuotients(f, numbers, shape)),
      5e-3,
    );
  });
}

/** Σ w·f(x) with fixed weights w, so that no output can hide behind another. */
const weighted = (f: Function1) => (x: tf.Tensor) => {
  const y = f(x);
  return y.mul(random(y.shape, 11)).sum();
};

const STEP = 0.01;

function differenceQuotients(f: Function1, values: Float32Array, shape: number[]): number[] {
  const valueAt = (i: number, delta: number) =>
    tf.tidy(() => {
      const moved = Float32Array.from(values);
      moved[i]! += delta;
      const y = f(tf.tensor(moved, shape));
      const [outputs, weights] = [y.dataSync() as Float32Array, random(y.shape, 11).dataSync()];
      return { sum: outputs.reduce((sum, output, k) => sum + output * weights[k]!, 0), at: moved[i]! };
    });
  return Array.from(values, (_, i) => {
    const [high, low] = [valueAt(i, STEP), valueAt(i, -STEP)];
    return (high.sum - low.sum) / (high.at - low.at);
  });
}
