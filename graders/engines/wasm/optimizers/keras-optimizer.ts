import * as tf from '@tensorflow/tfjs';
import type { NamedTensor } from '@tensorflow/tfjs-core/dist/tensor_types';
import { ensureSlot, type Slot, type Slots } from './rule.ts';

type Gradients = Parameters<tf.Optimizer['applyGradients']>[0];

/** A variable's values after a step, then those of its slots. */
export type Moved = [variable: tf.Tensor, ...slots: tf.Tensor[]];

/**
 * An optimizer of Keras 3 that tfjs has not, written with operations of tfjs for every engine. (On wasm `install.ts` puts one pass over
 * each variable in its place.) Numbers of one step are computed with products, roots and quotients alone: powers of a library may differ
 * from machine to machine.
 */
export abstract class KerasOptimizer extends tf.Optimizer {
  learningRate: number;
  /** The share of itself that a variable loses in each step, times the rate. 0: none. */
  weightDecay: number;
  readonly slots: Slots[];

  constructor(learningRate: number, weightDecay: number, suffixes: string[]) {
    super();
    this.learningRate = learningRate;
    this.weightDecay = weightDecay;
    this.slots = suffixes.map((suffix) => ({ list: [], suffix }));
  }

  /** `variable` comes with its decay done. */
  protected abstract move(variable: tf.Tensor, gradient: tf.Tensor, slots: tf.Tensor[]): Moved;

  /** The step that is being taken, from 1. */
  get step(): number {
    return this.iterations + 1;
  }

  applyGradients(gradients: Gradients): void {
    const named = Array.isArray(gradients)
      ? gradients.map(({ name, tensor }) => [name, tensor] as const)
      : Object.entries(gradients);
    named.forEach(([name, gradient], index) => {
      const variable = tf.engine().registeredVariables[name]!;
      const slots = this.slots.map((kind) => ensureSlot(kind, variable, index));
      if (gradient) tf.tidy(() => this.assign([variable, ...slots], gradient));
    });
    this.incrementIterations();
  }

  private assign([variable, ...slots]: tf.Variable[], gradient: tf.Tensor): void {
    const decayed = variable!.sub(variable!.mul(this.weightDecay).mul(this.learningRate));
    const moved = this.move(decayed, gradient, slots);
    [variable!, ...slots].forEach((each, k) => each.assign(moved[k]!));
  }

  override dispose(): void {
    tf.dispose(this.slots.flatMap(({ list }) => list.map(({ variable }) => variable)));
  }

  override async getWeights(): Promise<NamedTensor[]> {
    const slots = this.slots.flatMap(({ list }) => list);
    const named = slots.map(({ originalName, variable }) => ({ name: originalName, tensor: variable }));
    return [await this.saveIterations(), ...named];
  }

  override async setWeights(weights: NamedTensor[]): Promise<void> {
    const rest = await this.extractIterations(weights);
    const count = rest.length / this.slots.length;
    this.slots.forEach(({ list }, k) => {
      const slots = rest.slice(k * count, (k + 1) * count).map(slotOf);
      list.splice(0, list.length, ...slots);
    });
  }
}

const slotOf = ({ name, tensor }: NamedTensor): Slot => ({
  originalName: name,
  variable: tensor.variable(false),
});

/** base^exponent of a whole exponent ≥ 0, by squaring. */
export function wholePower(base: number, exponent: number): number {
  if (exponent === 0) return 1;
  const half = wholePower(base, Math.floor(exponent / 2));
  return exponent % 2 === 0 ? half * half : half * half * base;
}
