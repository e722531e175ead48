import * as tf from '@tensorflow/tfjs';
import type { Heap } from '../heap.ts';
import type { Address } from '../address.ts';

/** What an optimizer remembers of one variable, as tfjs names it. */
export type Slot = { originalName: string; variable: tf.Variable };
/** The slots of one kind, by the variable's place in the list that the optimizer is given. */
export type Slots = { list: Slot[]; suffix: string; initial?: number };

/** Moves one variable in place. */
export type Move = (size: number, variable: Address, slots: Address[], gradient: Address) => void;

/** How an optimizer moves variables. */
export type Rule<Optimizer> = {
  slots(optimizer: Optimizer): Slots[];
  /** The move of this step, the same for all variables. */
  begin(optimizer: Optimizer, heap: Heap): Move;
  /** What changes once in a step. */
  end?(optimizer: Optimizer, heap: Heap): void;
};

/** `gradient`: the address of as many floats as the variable has, or 0 where there is none. `index`: its place among the variables. */
export type Update = { variable: tf.Variable; gradient: Address; index: number };

/** One step of the optimizer on all variables, in one pass over each. */
export function update<O>(heap: Heap, optimizer: O, rule: Rule<O>, updates: readonly Update[]): void {
  const kinds = rule.slots(optimizer);
  const move = rule.begin(optimizer, heap);
  for (const { variable, gradient, index } of updates) {
    const slots = kinds.map((kind) => ensureSlot(kind, variable, index));
    if (gradient === 0) continue;
    const addresses = slots.map((slot) => heap.own(slot));
    move(variable.size, heap.own(variable), addresses, gradient);
    heap.touch(variable);
  }
  rule.end?.(optimizer, heap);
  (optimizer as unknown as { incrementIterations(): void }).incrementIterations();
}

/** The variable that remembers, made as tfjs makes it where there is none yet. */
export function ensureSlot(
  { list, suffix, initial = 0 }: Slots,
  variable: tf.Variable,
  index: number,
): tf.Variable {
  list[index] ??= {
    originalName: `${variable.name}/${suffix}`,
    variable: tf.tidy(() => tf.fill(variable.shape, initial).variable(false)),
  };
  return list[index].variable;
}

/** A scalar that tfjs keeps as a tensor. */
export const scalarOf = (heap: Heap, tensor: tf.Tensor): number => heap.floats()[heap.address(tensor) / 4]!;

export function setScalar(heap: Heap, variable: tf.Variable, value: number): void {
  const address = heap.own(variable);
  heap.floats()[address / 4] = value;
  heap.touch(variable);
}
