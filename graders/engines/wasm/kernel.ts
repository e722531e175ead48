import { getKernel, registerKernel, unregisterKernel } from '@tensorflow/tfjs';
import type { KernelFunc, TensorInfo } from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/** One call of a kernel, with the types its tfjs name promises. */
export type Call<Inputs, Attrs> = { inputs: Inputs; attrs: Attrs; backend: BackendWasm };

/** Adds a kernel to the wasm backend, or puts it in the place of the one that is there. */
export function replaceKernel<Inputs, Attrs>(
  kernelName: string,
  kernel: (call: Call<Inputs, Attrs>) => TensorInfo | TensorInfo[],
): void {
  if (getKernel(kernelName, 'wasm')) unregisterKernel(kernelName, 'wasm');
  registerKernel({ kernelName, backendName: 'wasm', kernelFunc: kernel as unknown as KernelFunc });
}

/** Puts a kernel before the one that is there, which serves what the new one leaves (`null`). */
export function precedeKernel<Inputs, Attrs>(
  name: string,
  kernel: (call: Call<Inputs, Attrs>) => TensorInfo | null,
): void {
  const before = getKernel(name, 'wasm')?.kernelFunc as unknown as (call: Call<Inputs, Attrs>) => TensorInfo;
  replaceKernel<Inputs, Attrs>(name, (call) => kernel(call) ?? before(call));
}

/** Runs a wasm kernel with one output by its tfjs name. */
export function runKernel(backend: BackendWasm, name: string, inputs: object, attrs: object): TensorInfo {
  const kernel = getKernel(name, 'wasm');
  return kernel.kernelFunc({ inputs: inputs as never, attrs: attrs as never, backend }) as TensorInfo;
}

/** The values of a float tensor on the wasm heap; valid until the next allocation. */
export const floats = (backend: BackendWasm, tensor: TensorInfo): Float32Array =>
  backend.typedArrayFromHeap(tensor) as Float32Array;

/** A new float tensor of zeros. */
export function zeros(backend: BackendWasm, shape: number[]): TensorInfo {
  const out = backend.makeOutput(shape, 'float32');
  floats(backend, out).fill(0);
  return out;
}

/** Collects intermediate tensors and frees them together. */
export function makeScratch(backend: BackendWasm) {
  const tensors: TensorInfo[] = [];
  return {
    keep<T extends TensorInfo>(tensor: T): T {
      tensors.push(tensor);
      return tensor;
    },
    free: () => tensors.forEach((tensor) => backend.disposeData(tensor.dataId)),
  };
}
