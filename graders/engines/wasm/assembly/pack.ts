import { bytes } from './lanes';

/** Columns of B that one tile computes. */
export const PANEL: i32 = 8;

/** Columns filled up to whole panels. */
export function wholePanels(columns: i32): i32 {
  return (columns + PANEL - 1) & ~(PANEL - 1);
}

/**
 * B [inner, columns] with steps in floats → panels of eight columns, [⌈columns/8⌉][inner][8], the last filled up with zeros: the order
 * in which a tile reads it. `panelStep`: bytes from one panel to the next.
 */
export function pack(
  inner: i32,
  columns: i32,
  b: usize,
  rowStep: i32,
  columnStep: i32,
  to: usize,
  panelStep: usize,
): void {
  for (let n = 0; n < columns; n += PANEL) {
    const from = b + bytes(n * columnStep);
    const width = min(PANEL, columns - n);
    if (width == PANEL && columnStep == 1) packRows(inner, from, bytes(rowStep), to);
    else if (width == PANEL && rowStep == 1) packTransposed(inner, from, bytes(columnStep), to);
    else packAny(inner, width, from, bytes(rowStep), bytes(columnStep), to);
    to += panelStep;
  }
}

function packRows(inner: i32, from: usize, step: usize, to: usize): void {
  for (let k = 0; k < inner; k++) {
    v128.store(to, v128.load(from));
    v128.store(to, v128.load(from, 16), 16);
    from += step;
    to += 32;
  }
}

/** Four rows of the panel at a time, turned as two blocks of 4 × 4. */
function packTransposed(inner: i32, from: usize, step: usize, to: usize): void {
  let k = 0;
  for (; k + 4 <= inner; k += 4) {
    turn(from, step, to);
    turn(from + 4 * step, step, to + 16);
    from += 16;
    to += 128;
  }
  packAny(inner - k, PANEL, from, 4, step, to);
}

function turn(from: usize, step: usize, to: usize): void {
  const r0 = v128.load(from);
  const r1 = v128.load(from + step);
  const r2 = v128.load(from + 2 * step);
  const r3 = v128.load(from + 3 * step);
  const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
  const high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
  const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
  const high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5));
  v128.store(to, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7), 32);
  v128.store(to, v128.shuffle<f32>(high01, high23, 0, 1, 4, 5), 64);
  v128.store(to, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7), 96);
}

function packAny(inner: i32, width: i32, from: usize, rowStep: usize, columnStep: usize, to: usize): void {
  for (let k = 0; k < inner; k++) {
    for (let j = 0; j < PANEL; j++) {
      store<f32>(to + bytes(j), j < width ? load<f32>(from + <usize>j * columnStep) : 0);
    }
    from += rowStep;
    to += 32;
  }
}
