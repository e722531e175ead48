import { broadcast_util, util } from '@tensorflow/tfjs';
import type { TensorInfo } from '@tensorflow/tfjs';
import type { Heap } from '../heap.ts';
import { precedeKernel, type Call } from '../kernel.ts';
import { activationOf, finishActivation, isRow, type FusedAttrs } from './activation.ts';

type Inputs = { a: TensorInfo; b: TensorInfo };
type Attrs = { transposeA: boolean; transposeB: boolean };
type FusedInputs = Inputs & { bias?: TensorInfo; preluActivationWeights?: TensorInfo };

/** Matrix products of floats. Whole numbers, several batch axes that differ and odd biases stay with the kernels that were there. */
export function registerMatMul(heap: Heap): void {
  precedeKernel<Inputs, Attrs>('BatchMatMul', (call) => (fits(call) ? multiply(heap, call) : null));
  precedeKernel<FusedInputs, Attrs & FusedAttrs>('_FusedMatMul', (call) => {
    const { inputs, attrs } = call;
    if (!fits(call) || !isRow(inputs.bias, sidesOf(inputs.b, attrs.transposeB)[1])) return null;
    return finishActivation(heap, multiply(heap, call), attrs, inputs.preluActivationWeights);
  });
}

/** Batches of equal shape, or one matrix for the whole batch of the other. Sides that do not meet are left to tfjs, which says so. */
function fits({ inputs: { a, b }, attrs }: Call<Inputs, Attrs>): boolean {
  const isFloat = a.dtype === 'float32' && b.dtype === 'float32';
  const meet = sidesOf(a, attrs.transposeA)[1] === sidesOf(b, attrs.transposeB)[0];
  return isFloat && meet && util.sizeFromShape(outerOf(a, b)) === Math.max(batchOf(a), batchOf(b));
}

/** The axes before the last two. Throws in tfjs's words where they do not go together. */
const outerOf = (a: TensorInfo, b: TensorInfo): number[] =>
  broadcast_util.assertAndGetBroadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));

const batchOf = ({ shape }: TensorInfo): number => util.sizeFromShape(shape.slice(0, -2));
function sidesOf({ shape }: TensorInfo, transposed: boolean): [number, number] {
  const [rows, columns] = shape.slice(-2) as [number, number];
  return transposed ? [columns, rows] : [rows, columns];
}

function multiply(heap: Heap, { inputs, attrs, backend }: Call<FusedInputs, Attrs & FusedAttrs>): TensorInfo {
  const { a, b, bias } = inputs;
  const { transposeA, transposeB } = attrs;
  const [rows, inner] = sidesOf(a, transposeA);
  const columns = sidesOf(b, transposeB)[1];
  const [batchA, batchB] = [batchOf(a), batchOf(b)];
  const out = backend.makeOutput([...outerOf(a, b), rows, columns], 'float32');
  const { kernels, address, scratch } = heap;
  const room = scratch(kernels.gemmScratch(columns, inner));
  const [fromA, fromB, to] = [address(a), address(b), address(out)];
  const [stepA, nextA] = transposeA ? [1, rows] : [inner, 1];
  const [stepB, nextB] = transposeB ? [1, inner] : [columns, 1];
  for (let i = 0; i < Math.max(batchA, batchB); i++) {
    const atA = fromA + 4 * rows * inner * (i % batchA);
    const atB = fromB + 4 * inner * columns * (i % batchB);
    const atC = to + 4 * rows * columns * i;
    // prettier-ignore
    kernels.gemm(
      rows, columns, inner, atA, stepA, nextA, atB, stepB, nextB, atC, columns,
      bias ? address(bias) : 0, 0, activationOf(attrs), room,
    );
  }
  return out;
}
