import * as tf from '@tensorflow/tfjs';
import { KerasOptimizer, type Moved } from './keras-optimizer.ts';
import type { Rule } from './rule.ts';

export type LionConfig = { learningRate?: number; weightDecay?: number; beta1?: number; beta2?: number };

/** Keras's Lion (`keras/src/optimizers/lion.py`, 3.15): every value moves by the rate, in the direction of the blended momentum. */
export class Lion extends KerasOptimizer {
  static readonly className: string = 'Lion';
  beta1: number;
  beta2: number;

  constructor({ learningRate = 0.001, weightDecay = 0, beta1 = 0.9, beta2 = 0.99 }: LionConfig = {}) {
    super(learningRate, weightDecay, ['m']);
    this.beta1 = beta1;
    this.beta2 = beta2;
  }

  protected override move(variable: tf.Tensor, gradient: tf.Tensor, [m]: tf.Tensor[]): Moved {
    const blend = m!.mul(this.beta1).add(gradient.mul(1 - this.beta1));
    const next = m!.mul(this.beta2).add(gradient.mul(1 - this.beta2));
    return [variable.sub(blend.sign().mul(this.learningRate)), next];
  }

  getConfig(): tf.serialization.ConfigDict {
    const { learningRate, weightDecay, beta1, beta2 } = this;
    return { learningRate, weightDecay, beta1, beta2 };
  }
}

export const LION: Rule<Lion> = {
  slots: ({ slots }) => slots,
  begin:
    ({ learningRate, weightDecay, beta1, beta2 }, { kernels }) =>
    (size, w, [m], g) =>
      kernels.lion(size, w, m!, g, learningRate, weightDecay, beta1, 1 - beta1, beta2, 1 - beta2),
};
