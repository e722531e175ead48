import { getKernel, util } from '@tensorflow/tfjs';
import type { TensorInfo } from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { floats, replaceKernel } from '../wasm/kernel.ts';
import { activate, hasActivation } from '../wasm/activation.ts';
import { fillWithBias } from './bias.ts';
import type { Multiply } from './blas.ts';

type Inputs = { a: TensorInfo; b: TensorInfo };
type Attrs = { transposeA: boolean; transposeB: boolean };
type FusedInputs = Inputs & { bias?: TensorInfo; preluActivationWeights?: TensorInfo };
type FusedAttrs = Attrs & { activation?: string };

/** Matrix products; whatever BLAS does not know (whole numbers, odd broadcasts, PReLU) stays with the kernels that were there. */
export function registerMatMul(multiply: Multiply): void {
  const [plain, fused] = ['BatchMatMul', '_FusedMatMul'].map((name) => getKernel(name, 'wasm').kernelFunc);
  replaceKernel<Inputs, Attrs>('BatchMatMul', (call) =>
    fits(call.inputs)
      ? product(multiply, call.backend, call.inputs, call.attrs)
      : (plain!(call as never) as TensorInfo),
  );
  replaceKernel<FusedInputs, FusedAttrs>('_FusedMatMul', (call) => {
    const { inputs, attrs, backend } = call;
    const isSimple = fits(inputs) && isRow(inputs.bias) && !inputs.preluActivationWeights;
    if (!isSimple || !hasActivation(attrs.activation)) return fused!(call as never) as TensorInfo;
    const out = product(multiply, backend, inputs, attrs);
    activate(backend, out, attrs.activation);
    return out;
  });
}

/** Batches of equal size, or one matrix for the whole batch of the other. */
function fits({ a, b }: Inputs): boolean {
  const [batchA, batchB] = [batchOf(a), batchOf(b)];
  return (
    a.dtype === 'float32' && b.dtype === 'float32' && (batchA === batchB || batchA === 1 || batchB === 1)
  );
}

const batchOf = ({ shape }: TensorInfo): number => util.sizeFromShape(shape.slice(0, -2));
const isRow = (bias?: TensorInfo): boolean => !bias || bias.shape.slice(0, -1).every((size) => size === 1);

function product(
  multiply: Multiply,
  backend: BackendWasm,
  { a, b, bias }: FusedInputs,
  { transposeA, transposeB }: Attrs,
): TensorInfo {
  const [rows, inner] = sidesOf(a, transposeA);
  const columns = sidesOf(b, transposeB)[1];
  const [batchA, batchB] = [batchOf(a), batchOf(b)];
  const outer = (batchA >= batchB ? a : b).shape.slice(0, -2);
  const out = backend.makeOutput([...outer, rows, columns], 'float32');
  const [av, bv, cv] = [a, b, out].map((tensor) => floats(backend, tensor)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  if (bias) fillWithBias(cv, floats(backend, bias), columns);
  const part = (values: Float32Array, size: number, i: number) => values.subarray(i * size, (i + 1) * size);
  for (let i = 0; i < Math.max(batchA, batchB); i++) {
    multiply(
      { values: part(av, rows * inner, i % batchA), transposed: transposeA },
      { values: part(bv, inner * columns, i % batchB), transposed: transposeB },
      part(cv, rows * columns, i),
      { rows, inner, columns },
      bias ? 1 : 0,
    );
  }
  return out;
}

function sidesOf({ shape }: TensorInfo, transposed: boolean): [number, number] {
  const [rows, columns] = shape.slice(-2) as [number, number];
  return transposed ? [columns, rows] : [rows, columns];
}
