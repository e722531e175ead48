import { loadAddon } from '../native.ts';
import type { Address } from '../wasm/kernels.ts';
import { KOFFI, OPENBLAS } from './locate.ts';
import { followMemory } from './memory.ts';

/** A matrix by where it lies: `row` floats from one row to the next; `isTransposed` when it is to be read as its transpose. */
export type Matrix = { at: Address; row: number; isTransposed: boolean };

/** c has `rows` × `columns` values, each a sum of `inner` products. */
export type Size = { rows: number; columns: number; inner: number };

/** c = a·b + keep·c, where c has `rowOfC` floats from row to row. Throws a RangeError when one of them leaves the memory. */
export type Sgemm = (size: Size, a: Matrix, b: Matrix, c: Address, rowOfC: number, keep: 0 | 1) => void;

type Koffi = {
  address(bytes: Uint8Array): bigint;
  load(file: string): { func(signature: string): (...args: number[]) => void };
};

/** Constants of cblas.h. */
const [ROW_MAJOR, AS_IS, TRANSPOSED] = [101, 111, 112];
const SGEMM =
  'void cblas_sgemm(int, int, int, int, int, int, float, uintptr_t, int, uintptr_t, int, float, uintptr_t, int)';

/** Loads OpenBLAS through koffi, to work on the memory of the wasm backend by plain addresses. One thread, so one order of sums. */
export function loadSgemm(find: (name: string) => string, memory: WebAssembly.Memory): Sgemm {
  // Read by OpenBLAS when it is loaded: it would start a thread for every core.
  process.env['OPENBLAS_NUM_THREADS'] = '1';
  const koffi = loadAddon<Koffi>(find(KOFFI));
  const sgemm = koffi.load(find(OPENBLAS)).func(SGEMM);
  const locate = followMemory(memory, koffi.address);
  return (size, a, b, c, rowOfC, keep) => {
    // Whole numbers from here on: a shape that a program made up may be anything, and nothing below is checked any more.
    const [rows, columns, inner] = [size.rows >>> 0, size.columns >>> 0, size.inner >>> 0];
    const [lda, ldb, ldc] = [a.row >>> 0, b.row >>> 0, rowOfC >>> 0];
    const atA = a.isTransposed ? locate(a.at, inner, lda, rows) : locate(a.at, rows, lda, inner);
    const atB = b.isTransposed ? locate(b.at, columns, ldb, inner) : locate(b.at, inner, ldb, columns);
    const atC = locate(c, rows, ldc, columns);
    const [orderA, orderB] = [a.isTransposed ? TRANSPOSED : AS_IS, b.isTransposed ? TRANSPOSED : AS_IS];
    sgemm(ROW_MAJOR!, orderA!, orderB!, rows, columns, inner, 1, atA, lda, atB, ldb, keep, atC, ldc);
  };
}
