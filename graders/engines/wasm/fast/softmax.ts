import { util } from '@tensorflow/tfjs';
import type { TensorInfo } from '@tensorflow/tfjs';
import type { Heap } from '../heap.ts';
import { precedeKernel, type Call } from '../kernel.ts';

/** Softmax along the last axis, the only one that tfjs's wasm backend knows. */
export function registerSoftmax(heap: Heap): void {
  precedeKernel('Softmax', ({ inputs: { logits }, attrs, backend }: SoftmaxCall) => {
    const width = logits.shape.at(-1) ?? 1;
    if (logits.dtype !== 'float32' || attrs.dim !== logits.shape.length - 1) return null;
    const out = backend.makeOutput(logits.shape, 'float32');
    const rows = width === 0 ? 0 : util.sizeFromShape(logits.shape) / width;
    heap.kernels.softmax(rows, width, heap.address(logits), heap.address(out));
    return out;
  });
}

type SoftmaxCall = Call<{ logits: TensorInfo }, { dim: number }>;
