import type { Tensor } from '@tensorflow/tfjs';
import type { Heap } from '../heap.ts';
import type { Address } from '../address.ts';
import type { Arena } from './arena.ts';
import { sizeOf } from './part.ts';
import { refuse } from './plain-path.ts';

/** The targets of one output for a batch. Whole numbers are there a second time as floats. */
export type Target = {
  shape: number[];
  size: number;
  dtype: 'float32' | 'int32';
  at: Address;
  floatsAt: Address;
  /** One weight a row; 0 where there are none. */
  weights: Address;
  weightShape: number[] | null;
};

export function makeTarget(arena: Arena, given: Tensor, weights: Tensor | null, rows: number): Target {
  const { dtype } = given;
  if (dtype !== 'float32' && dtype !== 'int32') return refuse(`targets of type ${dtype}`);
  const shape = given.shape.slice(1);
  const size = sizeOf(shape);
  const at = arena.floats(rows * size);
  const floatsAt = dtype === 'float32' ? at : arena.floats(rows * size);
  const weightShape = weights && weights.shape.slice(1);
  if (weights && (weights.dtype !== 'float32' || sizeOf(weightShape!) !== 1)) refuse('weights of that shape');
  return { shape, size, dtype, at, floatsAt, weights: weights ? arena.floats(rows) : 0, weightShape };
}

/** Call it when targets were put in place. */
export function convertTarget(heap: Heap, { at, floatsAt, size }: Target, rows: number): void {
  if (floatsAt === at) return;
  const count = rows * size;
  const whole = heap.integers().subarray(at / 4, at / 4 + count);
  heap.floats().set(whole, floatsAt / 4);
}
