import type { Address } from './address.ts';
import type { OptimizerKernels } from './optimizers/kernels.ts';
import type { StepKernels } from './step/kernels.ts';

export type { Address };

/** What kernels.wasm exports. Sizes are counts of floats; what each kernel does stands in `assembly/`. */
export type Kernels = {
  gemm(
    rows: number,
    columns: number,
    inner: number,
    a: Address,
    rowOfA: number,
    columnOfA: number,
    b: Address,
    rowOfB: number,
    columnOfB: number,
    c: Address,
    rowOfC: number,
    bias: Address,
    accumulate: 0 | 1,
    activation: Activation,
    scratch: Address,
  ): void;
  /** Bytes of scratch memory that a product needs. */
  gemmScratch(columns: number, inner: number): number;
} & OptimizerKernels &
  StepKernels;

/** What a product or a convolution does to its result while it has it at hand. */
export const ACTIVATIONS = { linear: 0, relu: 1, relu6: 2 } as const;
export type Activation = (typeof ACTIVATIONS)[keyof typeof ACTIVATIONS];

/** The kernels on somebody's memory. Throws where the processor has no vector instructions. */
export async function openKernels(bytes: BufferSource, memory: WebAssembly.Memory): Promise<Kernels> {
  if (!WebAssembly.validate(bytes))
    throw new Error('this processor cannot run kernels.wasm (WebAssembly SIMD): set DERIN_PLAIN=1');
  const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } });
  return instance.exports as Kernels;
}
