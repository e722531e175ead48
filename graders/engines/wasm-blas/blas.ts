import { loadAddon } from '../native.ts';
import { KOFFI, OPENBLAS } from './locate.ts';

/** A float32 matrix in row-major order; `transposed` when it is to be read as its transpose. */
export type Matrix = { values: Float32Array; transposed: boolean };

/** c = a·b + `keep`·c, where a is [rows, inner] and b [inner, columns] once transposed. All three may be views of one heap. */
export type Multiply = (
  a: Matrix,
  b: Matrix,
  c: Float32Array,
  size: { rows: number; inner: number; columns: number },
  keep: 0 | 1,
) => void;

type Koffi = { load(file: string): { func(signature: string): (...args: unknown[]) => unknown } };

/** Constants of cblas.h. */
const [ROW_MAJOR, AS_IS, TRANSPOSED] = [101, 111, 112];
const SGEMM =
  'void cblas_sgemm(int, int, int, int, int, int, float, const float *, int, const float *, int, float, _Inout_ float *, int)';

/** Loads OpenBLAS through koffi, which hands it the memory of a typed array itself: nothing is copied. One thread, so one order of sums. */
export function loadMultiply(find: (name: string) => string): Multiply {
  // Read by OpenBLAS when it is loaded: it would start a thread for every core.
  process.env['OPENBLAS_NUM_THREADS'] = '1';
  const sgemm = loadAddon<Koffi>(find(KOFFI)).load(find(OPENBLAS)).func(SGEMM);
  return (a, b, c, { rows, inner, columns }, keep) => {
    if (rows === 0 || columns === 0) return;
    // Nothing to add; cblas refuses rows of length 0.
    if (inner === 0) return void (keep === 0 && c.fill(0));
    const [lda, ldb] = [a.transposed ? rows : inner, b.transposed ? inner : columns];
    const orders = [a, b].map(({ transposed }) => (transposed ? TRANSPOSED : AS_IS));
    sgemm(ROW_MAJOR, ...orders, rows, columns, inner, 1, a.values, lda, b.values, ldb, keep, c, columns);
  };
}
