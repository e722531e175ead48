import type { TensorInfo } from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { floats } from './kernel.ts';

/** What a fused kernel does to its result in place. NaN stays NaN: a training that diverged must look like one. */
const ACTIVATIONS: Record<string, (values: Float32Array) => void> = {
  linear: () => {},
  relu: (values) => {
    for (let i = 0; i < values.length; i++) if (values[i]! < 0) values[i] = 0;
  },
  relu6: (values) => {
    for (let i = 0; i < values.length; i++) values[i] = Math.min(Math.max(values[i]!, 0), 6);
  },
  sigmoid: (values) => {
    for (let i = 0; i < values.length; i++) values[i] = 1 / (1 + Math.exp(-values[i]!));
  },
};

export const activate = (backend: BackendWasm, tensor: TensorInfo, name: string | undefined): void =>
  ACTIVATIONS[name ?? 'linear']!(floats(backend, tensor));
