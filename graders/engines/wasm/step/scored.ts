import type { Tensor } from '@tensorflow/tfjs';
import type { Address } from '../address.ts';
import type { Heap } from '../heap.ts';
import type { Functions } from './functions.ts';
import type { Model } from './internals.ts';
import type { Value, Weight } from './part.ts';
import type { Target } from './targets.ts';

/** What a model is scored with; `gradients`: where those of the outputs go, null where none are wanted. */
export type Scored = {
  heap: Heap;
  functions: Functions;
  model: Model;
  outputs: readonly Value[];
  targets: readonly Target[];
  gradients: readonly Address[] | null;
  weights: readonly Weight[];
  hasPenalties: boolean;
  /** Filled by a loss that reads weights itself. */
  direct: { to: Address; gradient: Tensor }[];
};
