import { findBackend, getKernel } from '@tensorflow/tfjs';
import type { TensorInfo } from '@tensorflow/tfjs';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { Call } from '../kernel.ts';

type Inputs = Record<string, TensorInfo | undefined> | TensorInfo[];

/** A wasm kernel that runs the cpu backend's on copies: right but slow, for operations that course models rarely use. */
export function runOnCpu(name: string): (call: Call<Inputs, object>) => TensorInfo {
  const kernel = getKernel(name, 'cpu').kernelFunc;
  return ({ inputs, attrs, backend }) => {
    const cpu = findBackend('cpu') as MathBackendCPU;
    const made: TensorInfo[] = [];
    const copy = (tensor: TensorInfo) => {
      const values = backend.readSync(tensor.dataId) as Float32Array;
      made.push(cpu.makeTensorInfo(tensor.shape, tensor.dtype, values.slice()));
      return made.at(-1)!;
    };
    const copies = Array.isArray(inputs) ? inputs.map(copy) : mapValues(inputs, copy);
    const result = kernel({ inputs: copies as never, attrs: attrs as never, backend: cpu }) as TensorInfo;
    const out = backend.makeOutput(result.shape, result.dtype);
    backend.typedArrayFromHeap(out).set(cpu.readSync(result.dataId) as Float32Array);
    for (const tensor of [...made, result]) cpu.disposeData(tensor.dataId);
    return out;
  };
}

const mapValues = (
  inputs: Record<string, TensorInfo | undefined>,
  copy: (tensor: TensorInfo) => TensorInfo,
) =>
  Object.fromEntries(
    Object.entries(inputs).flatMap(([key, tensor]) => (tensor ? [[key, copy(tensor)]] : [])),
  );
