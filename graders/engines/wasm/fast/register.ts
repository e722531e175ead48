import type { Heap } from '../heap.ts';
import { registerMatMul } from './matmul.ts';

let registered = false;

/** Puts the kernels of kernels.wasm in the place of those that tfjs's wasm backend has or lacks, once per process. */
export function registerFastKernels(heap: Heap): void {
  if (registered) return;
  registered = true;
  registerMatMul(heap);
}
