import type { Rng } from '../rng.ts';
import type { Interval, Shape } from './schema.ts';

/**
 * The author API: all a file under `question-bank/` may import. A generator is pure: it draws from `rng`, asks `framework`
 * for whatever a layer, activation or loss computes, and returns plain data. It returns null to reject a draw (the caller
 * tries again, at most 200 times).
 */
export type Params = Record<string, string | number | boolean | readonly number[]>;

export type Generated = {
  params: Params;
  key: number | Shape | Interval;
  /** Value of each slip named in the YAML file. One equal to the key or to another slip is dropped for this variant. */
  slips?: Record<string, number | Shape>;
};

export type Generator = { generate(rng: Rng, framework: Framework): Generated | null };

/** What a generator may ask of the deep-learning library (TensorFlow.js), in the library's own names (`conv2d`, `dense`, …). */
export type Framework = {
  /** Output shape of a built layer; `inputShape` without the batch axis, the result with it (null first). */
  outputShape(layer: string, config: Record<string, unknown>, inputShape: readonly number[]): Shape;
  /** Number of parameters of a built layer. */
  parameterCount(layer: string, config: Record<string, unknown>, inputShape: readonly number[]): number;
  /** Value of an activation applied to a vector: `relu`, `sigmoid`, `tanh`, `elu`, `softmax`, `leakyReLU` … */
  activation(name: string, values: readonly number[], config?: Record<string, unknown>): number[];
  /** Mean value of a loss: `meanSquaredError`, `binaryCrossentropy`, `categoricalCrossentropy` … (rows are samples). */
  loss(name: string, target: readonly (readonly number[])[], prediction: readonly (readonly number[])[]): number;
  /** Value at `at` of the derivative of an activation. */
  activationGradient(name: string, at: number, config?: Record<string, unknown>): number;
  /** Shape and values after an array operation: `expandDims`, `transpose`, `reshape`, `concat`, `stack`, `argMax`, `sum`, `mean` … on zeros or given values. */
  array(operation: string, inputs: readonly ArrayInput[], config?: Record<string, unknown>): { shape: number[]; values: number[] };
};

export type ArrayInput = { shape: readonly number[]; values?: readonly number[] };

/** Marks a module as a generator and checks its shape at compile time. */
export const defineGenerator = (generate: Generator['generate']): Generator => ({ generate });
