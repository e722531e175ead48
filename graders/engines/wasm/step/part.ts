import type { Heap } from '../heap.ts';
import type { Address } from '../address.ts';
import type { Layer, Variable } from './internals.ts';

/** A value of the graph: `size` floats for each row of the batch, at a fixed place. Ids are whole numbers instead. */
export type Value = { shape: readonly number[]; size: number; at: Address; isWhole?: boolean };

/** A weight where a layer uses it. `at` is looked up before each step: callbacks may have put other values there. */
export type Weight = {
  variable: Variable;
  size: number;
  at: Address;
  /** Where the layer writes the gradient; 0 for a weight that is not trained. */
  gradient: Address;
};

/** One use of a layer, compiled. Both functions handle the first `rows` rows of the batch. */
export type Part = {
  outputs: Value[];
  forward(rows: number, isTraining: boolean): void;
  /**
   * From the gradients of the outputs, which it may overwrite, to those of the inputs (0: not wanted) and of the weights.
   * Follows `forward` with `isTraining`.
   */
  backward(rows: number, from: readonly Address[], to: readonly Address[]): void;
};

/** What a layer is compiled with. */
export type Site = {
  heap: Heap;
  /** The most rows of a batch. */
  rows: number;
  /** Memory that lasts as long as the compiled model. */
  floats(count: number): Address;
  value(shape: readonly number[]): Value;
  weight(variable: Variable): Weight;
};

/** Compiles one use of a layer; `refuse`s what it cannot do. */
export type Compile = (site: Site, layer: Layer, inputs: readonly Value[]) => Part;

export const sizeOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

/** The one input of a layer that has one. */
export const only = (inputs: readonly Value[]): Value => inputs[0]!;

/** A part that does nothing: its output is its input, seen in another shape. */
export const reshaped = (input: Value, shape: readonly number[]): Part => ({
  outputs: [{ ...input, shape, size: sizeOf(shape) }],
  forward: () => {},
  backward: () => {},
});
