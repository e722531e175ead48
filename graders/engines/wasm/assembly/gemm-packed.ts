import { multiply } from './gemm';
import { bytes } from './lanes';
import { pack, PANEL, wholePanels } from './pack';
import { productAt, walkRun } from './tiles';

/** Bytes of a matrix B as `packMatrix` leaves it. */
export function packedSize(inner: i32, columns: i32): i32 {
  return 4 * inner * wholePanels(columns);
}

/** Steps are floats, as in `gemm`. */
export function packMatrix(
  inner: i32,
  columns: i32,
  b: usize,
  rowStep: i32,
  columnStep: i32,
  to: usize,
): void {
  pack(inner, columns, b, rowStep, columnStep, to, bytes(inner * PANEL));
}

/** As `gemm`, with B packed before: for one that is used many times. */
export function gemmPacked(
  rows: i32,
  columns: i32,
  inner: i32,
  a: usize,
  rowOfA: i32,
  packed: usize,
  c: usize,
  rowOfC: i32,
  bias: usize,
  accumulate: i32,
  scratch: usize,
): void {
  const p = productAt(scratch);
  p.rowOfC = bytes(rowOfC);
  p.columns = columns;
  p.accumulate = accumulate;
  p.activation = 0;
  p.rowOfB = bytes(PANEL);
  p.panelOfB = bytes(inner * PANEL);
  walkRun(p, inner, 4);
  multiply(p, rows, a, bytes(rowOfA), packed, c, bias);
}
