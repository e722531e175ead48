import { bytes } from './lanes';
import { pack, PANEL, wholePanels } from './pack';
import { BLOCK_ROWS, multiplyBlock, PACKED_AT, Product, productAt, setRow, walkRun } from './tiles';

/** Rows of B packed at a time: what the tiles read then stays in the second-level cache. */
const INNER_MAX: i32 = 512;
/** A matrix B of so few values is in the cache anyway and is read where it lies. */
const SMALL: i32 = 6144;

/** Bytes of scratch memory that `gemm` needs. */
export function gemmScratch(columns: i32, inner: i32): i32 {
  return <i32>PACKED_AT + 4 * min(inner, INNER_MAX) * wholePanels(columns);
}

/**
 * C [rows, columns] = activation(bias + A·B), or += A·B with `accumulate`. Steps are floats and say where the next row and the next column
 * of A and of B are: a transposed matrix is one with its steps changed over. Rows of C are contiguous, `rowOfC` floats apart.
 * `bias`: one value per column, or 0. `activation`: 0 none, 1 relu, 2 relu6.
 */
export function gemm(
  rows: i32,
  columns: i32,
  inner: i32,
  a: usize,
  rowOfA: i32,
  columnOfA: i32,
  b: usize,
  rowOfB: i32,
  columnOfB: i32,
  c: usize,
  rowOfC: i32,
  bias: usize,
  accumulate: i32,
  activation: i32,
  scratch: usize,
): void {
  const p = productAt(scratch);
  p.rowOfC = bytes(rowOfC);
  p.columns = columns;
  const isInPlace =
    columnOfB == 1 && (columns & 7) == 0 && (rows < 8 || columns == PANEL || inner * columns <= SMALL);
  const most = isInPlace ? max(inner, 1) : INNER_MAX;
  let k = 0;
  // Once even for an inner size of 0: C is then the bias or zeros.
  do {
    const count = min(most, inner - k);
    const from = b + bytes(k * rowOfB);
    walkRun(p, count, bytes(columnOfA));
    p.accumulate = k == 0 ? accumulate : 1;
    p.activation = k + count == inner ? activation : 0;
    p.rowOfB = isInPlace ? bytes(rowOfB) : 32;
    p.panelOfB = isInPlace ? 32 : bytes(count * PANEL);
    if (!isInPlace) pack(count, columns, from, rowOfB, columnOfB, scratch + PACKED_AT, p.panelOfB);
    const packed = isInPlace ? from : scratch + PACKED_AT;
    multiply(p, rows, a + bytes(k * columnOfA), bytes(rowOfA), packed, c, k == 0 ? bias : 0);
    k += count;
  } while (k < inner);
}

/** Rows of A in blocks that stay in the first-level cache, with a matrix B that `p` says how to read. */
export function multiply(
  p: Product,
  rows: i32,
  a: usize,
  rowOfA: usize,
  b: usize,
  c: usize,
  bias: usize,
): void {
  for (let m = 0; m < rows; m += BLOCK_ROWS) {
    const count = min(BLOCK_ROWS, rows - m);
    for (let i = 0; i < count; i++) setRow(p, i, a + <usize>(m + i) * rowOfA);
    multiplyBlock(p, count, b, c + <usize>m * p.rowOfC, bias);
  }
}
