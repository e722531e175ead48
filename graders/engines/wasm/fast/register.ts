import type { Heap } from '../heap.ts';
import { registerConv2d } from './conv2d.ts';
import { registerDepthwise } from './depthwise.ts';
import { registerElementwise } from './elementwise.ts';
import { registerMatMul } from './matmul.ts';
import { registerPool } from './pool.ts';
import { registerRows } from './rows.ts';
import { registerSoftmax } from './softmax.ts';

let registered = false;

/** Puts the kernels of kernels.wasm before those that tfjs's wasm backend has, once per process. */
export function registerFastKernels(heap: Heap): void {
  if (registered) return;
  registered = true;
  registerMatMul(heap);
  registerConv2d(heap);
  registerDepthwise(heap);
  registerPool(heap);
  registerRows(heap);
  registerSoftmax(heap);
  registerElementwise(heap);
}
