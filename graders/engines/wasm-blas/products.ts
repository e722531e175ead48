import type { Heap } from '../wasm/heap.ts';
import { ACTIVATIONS, type Address, type Kernels } from '../wasm/kernels.ts';
import type { Multiply } from './multiply.ts';
import type { Matrix } from './sgemm.ts';

/** Multiplications from which on OpenBLAS is quicker than the wasm kernel, the call included. */
const MULTIPLICATIONS_MIN = 8192;

type Products = Pick<Kernels, 'gemm' | 'packedSize' | 'packMatrix' | 'gemmPacked'>;

/** The products of kernels.wasm by OpenBLAS. Small ones, and matrices without a contiguous axis, stay with the wasm kernel. */
export function productsBy(multiply: Multiply, heap: Heap): Products {
  const { gemm: own, gemmScratch } = heap.kernels;
  // prettier-ignore
  const gemm: Kernels['gemm'] = (
    rows, columns, inner, a, rowOfA, columnOfA, b, rowOfB, columnOfB, c, rowOfC, bias, accumulate, activation, scratch,
  ) => {
    const isLarge = rows * columns * inner >= MULTIPLICATIONS_MIN;
    const left = isLarge ? matrixOf(rows, inner, a, rowOfA, columnOfA) : null;
    const right = left && matrixOf(inner, columns, b, rowOfB, columnOfB);
    if (left && right)
      multiply({ rows, columns, inner }, left, right, c, rowOfC, { bias, accumulate, activation });
    else own(
      rows, columns, inner, a, rowOfA, columnOfA, b, rowOfB, columnOfB, c, rowOfC, bias, accumulate, activation, scratch,
    );
  };
  return {
    gemm,
    // OpenBLAS packs by itself: what is kept of a matrix is where it lies, and its steps.
    packedSize: () => 12,
    packMatrix: (_inner, _columns, b, rowStep, columnStep, to) =>
      heap.integers().set([b, rowStep, columnStep], to / 4),
    gemmPacked: (rows, columns, inner, a, rowOfA, packed, c, rowOfC, bias, accumulate) => {
      const [integers, at] = [heap.integers(), packed / 4];
      const [b, rowOfB, columnOfB] = [integers[at]! >>> 0, integers[at + 1]!, integers[at + 2]!];
      const room = heap.scratch(gemmScratch(columns, inner));
      // prettier-ignore
      gemm(
        rows, columns, inner, a, rowOfA, 1, b, rowOfB, columnOfB, c, rowOfC,
        bias, accumulate, ACTIVATIONS.linear, room,
      );
    },
  };
}

/** A matrix as BLAS knows one, by the floats to its next row and to its next column. What has one row or one column may have any step. */
function matrixOf(
  rows: number,
  columns: number,
  at: Address,
  rowStep: number,
  columnStep: number,
): Matrix | null {
  if (columnStep === 1 && (rowStep >= columns || rows === 1))
    return { at, row: Math.max(rowStep, columns), isTransposed: false };
  if (rowStep === 1 && (columnStep >= rows || columns === 1))
    return { at, row: Math.max(columnStep, rows), isTransposed: true };
  return null;
}
