import { findBackend, getKernel, registerKernel, unregisterKernel } from '@tensorflow/tfjs';
import type { DataId, KernelFunc, MultinomialAttrs, TensorInfo } from '@tensorflow/tfjs';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';

type Backend = {
  readSync(id: DataId): Float32Array;
  write(values: Int32Array, shape: number[], dtype: 'int32'): DataId;
};
type Call<B> = { inputs: { logits: TensorInfo }; attrs: MultinomialAttrs; backend: B };

/**
 * `tf.multinomial` drawn by tfjs's own kernel. TensorFlow's cannot be repeated: tfjs-node cuts an unseeded call's seed, a fraction, to 0,
 * which stands for "draw a seed yourself", and a seeded call continues the draws of the one before with the same seed.
 */
export function drawMultinomialHere(backendName: string): void {
  const kernelName = 'Multinomial';
  const draw = getKernel(kernelName, 'cpu').kernelFunc as unknown as (
    call: Call<MathBackendCPU>,
  ) => TensorInfo;
  const kernelFunc = ({ inputs: { logits }, attrs, backend }: Call<Backend>): TensorInfo => {
    const cpu = findBackend('cpu') as MathBackendCPU;
    const copy = cpu.makeTensorInfo(logits.shape, 'float32', backend.readSync(logits.dataId).slice());
    const drawn = draw({ inputs: { logits: copy }, attrs, backend: cpu });
    const values = (cpu.readSync(drawn.dataId) as Int32Array).slice();
    [copy, drawn].forEach(({ dataId }) => cpu.disposeData(dataId));
    return { dataId: backend.write(values, drawn.shape, 'int32'), shape: drawn.shape, dtype: 'int32' };
  };
  unregisterKernel(kernelName, backendName);
  registerKernel({ kernelName, backendName, kernelFunc: kernelFunc as unknown as KernelFunc });
}
