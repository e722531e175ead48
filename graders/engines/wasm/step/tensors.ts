import { engine } from '@tensorflow/tfjs';
import type { DataType, Tensor } from '@tensorflow/tfjs';
import type { Heap } from '../heap.ts';
import type { Address } from '../address.ts';

/** A new tensor with a copy of the four-byte values at an address. */
export function tensorAt(heap: Heap, at: Address, shape: number[], dtype: DataType = 'float32'): Tensor {
  const { backend, kernels, address } = heap;
  const { dataId } = backend.makeOutput(shape, dtype);
  const tensor = engine().makeTensorFromDataId(dataId, shape, dtype, backend);
  kernels.copyFloats(address(tensor), at, tensor.size);
  return tensor;
}
