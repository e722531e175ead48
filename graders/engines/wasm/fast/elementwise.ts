import { util } from '@tensorflow/tfjs';
import type { TensorInfo } from '@tensorflow/tfjs';
import type { Heap } from '../heap.ts';
import { ACTIVATIONS } from '../kernels.ts';
import { precedeKernel, type Call } from '../kernel.ts';

/** ReLU as a layer of its own; behind a product or a convolution it is part of that. */
export function registerElementwise(heap: Heap): void {
  precedeKernel('Relu', ({ inputs: { x }, backend }: Call<{ x: TensorInfo }, object>) => {
    if (x.dtype !== 'float32') return null;
    const out = backend.makeOutput(x.shape, 'float32');
    const [from, to] = [heap.address(x), heap.address(out)];
    heap.kernels.activate(util.sizeFromShape(x.shape), from, to, ACTIVATIONS.relu, 0);
    return out;
  });
}
