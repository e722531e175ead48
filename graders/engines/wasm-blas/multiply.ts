import { ACTIVATIONS, type Activation, type Address, type Kernels } from '../wasm/kernels.ts';
import type { Matrix, Sgemm, Size } from './sgemm.ts';

/** c [rows, columns] = activation(bias + a·b), or += a·b with `accumulate`; c has `rowOfC` floats from row to row. `bias`: see `gemm`. */
export type Multiply = (
  size: Size,
  a: Matrix,
  b: Matrix,
  c: Address,
  rowOfC: number,
  more: { bias: Address; accumulate: 0 | 1; activation: Activation },
) => void;

/** What a product of OpenBLAS has before and after it, by kernels.wasm. */
export const multiplyBy =
  (sgemm: Sgemm, { copyRuns, activateColumns }: Kernels): Multiply =>
  (size, a, b, c, rowOfC, { bias, accumulate, activation }) => {
    if (bias) copyRuns(size.rows, size.columns, bias, 0, c, rowOfC);
    sgemm(size, a, b, c, rowOfC, bias ? 1 : accumulate);
    if (activation !== ACTIVATIONS.linear) activateColumns(size.rows, size.columns, rowOfC, c, activation);
  };
