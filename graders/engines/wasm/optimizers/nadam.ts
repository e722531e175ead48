import * as tf from '@tensorflow/tfjs';
import { KerasOptimizer, wholePower, type Moved } from './keras-optimizer.ts';
import type { Rule } from './rule.ts';

export type NadamConfig = {
  learningRate?: number;
  weightDecay?: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
};

/** Keras's Nadam (`keras/src/optimizers/nadam.py`, 3.15): Adam with Nesterov's look ahead, whose momentum μ grows with the steps. */
export class Nadam extends KerasOptimizer {
  static readonly className: string = 'Nadam';
  beta1: number;
  beta2: number;
  epsilon: number;
  /** The product of μ over the steps before `until`. */
  private product = { value: 1, until: 1 };

  constructor(config: NadamConfig = {}) {
    const { learningRate = 0.001, weightDecay = 0, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = config;
    super(learningRate, weightDecay, ['m', 'v']);
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
  }

  private momentumAt(step: number): number {
    return this.beta1 * (1 - 0.5 * wholePower(0.96, step));
  }

  /** The numbers of this step, as `assembly/keras-optimizers.ts` names them. */
  get factors() {
    const [now, ahead] = [this.momentumAt(this.step), this.momentumAt(this.step + 1)];
    const product = this.productBefore(this.step) * now;
    const left2 = 1 - wholePower(this.beta2, this.step);
    return { ahead, leftAhead: 1 - product * ahead, now: 1 - now, leftNow: 1 - product, left2 };
  }

  /** Grown step by step; from the beginning again where the count of steps was set back. */
  private productBefore(step: number): number {
    if (this.product.until > step) this.product = { value: 1, until: 1 };
    for (; this.product.until < step; this.product.until++)
      this.product.value *= this.momentumAt(this.product.until);
    return this.product.value;
  }

  protected override move(variable: tf.Tensor, gradient: tf.Tensor, [m, v]: tf.Tensor[]): Moved {
    const { ahead, leftAhead, now, leftNow, left2 } = this.factors;
    const first = m!.add(gradient.sub(m!).mul(1 - this.beta1));
    const second = v!.add(
      gradient
        .square()
        .sub(v!)
        .mul(1 - this.beta2),
    );
    const mean = first.mul(ahead).div(leftAhead).add(gradient.mul(now).div(leftNow));
    const step = mean.mul(this.learningRate).div(second.div(left2).sqrt().add(this.epsilon));
    return [variable.sub(step), first, second];
  }

  getConfig(): tf.serialization.ConfigDict {
    const { learningRate, weightDecay, beta1, beta2, epsilon } = this;
    return { learningRate, weightDecay, beta1, beta2, epsilon };
  }
}

export const NADAM: Rule<Nadam> = {
  slots: ({ slots }) => slots,
  begin: (optimizer, { kernels }) => {
    const { learningRate, weightDecay, beta1, beta2, epsilon } = optimizer;
    const { ahead, leftAhead, now, leftNow, left2 } = optimizer.factors;
    return (size, w, [m, v], g) =>
      // prettier-ignore
      kernels.nadam(
        size, w, m!, v!, g, learningRate, weightDecay,
        ahead, leftAhead, now, leftNow, left2, 1 - beta1, 1 - beta2, epsilon,
      );
  },
};
