import * as tf from '@tensorflow/tfjs';
import { KerasOptimizer, wholePower, type Moved } from './keras-optimizer.ts';
import type { Rule } from './rule.ts';

export type AdamWConfig = {
  learningRate?: number;
  weightDecay?: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
};

/** Keras's AdamW (`keras/src/optimizers/adamw.py`, 3.15), without `amsgrad`: the decay does not pass through the moments. */
export class AdamW extends KerasOptimizer {
  static readonly className: string = 'AdamW';
  beta1: number;
  beta2: number;
  epsilon: number;

  constructor(config: AdamWConfig = {}) {
    const { learningRate = 0.001, weightDecay = 0.004, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = config;
    super(learningRate, weightDecay, ['m', 'v']);
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
  }

  /** The rate with both corrections of the start: rate·√(1 − β₂^t) / (1 − β₁^t). */
  get alpha(): number {
    const [left1, left2] = [1 - wholePower(this.beta1, this.step), 1 - wholePower(this.beta2, this.step)];
    return (this.learningRate * Math.sqrt(left2)) / left1;
  }

  protected override move(variable: tf.Tensor, gradient: tf.Tensor, [m, v]: tf.Tensor[]): Moved {
    const first = m!.add(gradient.sub(m!).mul(1 - this.beta1));
    const second = v!.add(
      gradient
        .square()
        .sub(v!)
        .mul(1 - this.beta2),
    );
    const step = first.mul(this.alpha).div(second.sqrt().add(this.epsilon));
    return [variable.sub(step), first, second];
  }

  getConfig(): tf.serialization.ConfigDict {
    const { learningRate, weightDecay, beta1, beta2, epsilon } = this;
    return { learningRate, weightDecay, beta1, beta2, epsilon };
  }
}

export const ADAMW: Rule<AdamW> = {
  slots: ({ slots }) => slots,
  begin: (optimizer, { kernels }) => {
    const { learningRate, weightDecay, alpha, beta1, beta2, epsilon } = optimizer;
    return (size, w, [m, v], g) =>
      kernels.adamW(size, w, m!, v!, g, learningRate, weightDecay, alpha, 1 - beta1, 1 - beta2, epsilon);
  },
};
