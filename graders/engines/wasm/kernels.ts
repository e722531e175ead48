import type { Address } from './address.ts';
import type { Activation, ImageKernels } from './fast/kernels.ts';
import type { OptimizerKernels } from './optimizers/kernels.ts';
import type { StepKernels } from './step/kernels.ts';
import type { RecurrentKernels } from './recurrent/kernels.ts';

export { ACTIVATIONS } from './fast/kernels.ts';
export type { Activation, Address };

/**
 * What kernels.wasm exports; what each does stands in `assembly/`. Sizes and steps are counts of floats, and all values are float32 but ids and
 * winners, which are int32. `…Scratch` gives the bytes of scratch memory that its kernel needs. Nothing is checked: a wrong size or address reads
 * and writes what belongs to others.
 */
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
  gemmScratch(columns: number, inner: number): number;
} & ImageKernels &
  OptimizerKernels &
  StepKernels &
  RecurrentKernels;

/** The kernels on somebody's memory; an engine may put others in the place of some. Throws where the processor has no vector instructions. */
export async function openKernels(bytes: BufferSource, memory: WebAssembly.Memory): Promise<Kernels> {
  if (!WebAssembly.validate(bytes))
    throw new Error('this processor cannot run kernels.wasm (WebAssembly SIMD): set DERIN_PLAIN=1');
  const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } });
  return { ...instance.exports } as Kernels;
}
