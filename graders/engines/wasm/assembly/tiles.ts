import { bytes, multiplyAdd } from './lanes';
import { PANEL } from './pack';

/** Rows of A that stay in the first-level cache while all panels of B pass by. */
export const BLOCK_ROWS: i32 = 64;

/**
 * C = activation(bias + A·B), or C += A·B, for up to 64 rows of A. Where each row of A begins stands in `rows`, so that they may overlap
 * or lie anywhere: a convolution is this product on the image itself. The sum index runs through a row in three nested loops, the
 * outermost first. Each value of C is summed in that order, in float32, whatever the size of the product: the bits do not depend on
 * how it is cut into tiles. The object lies at the beginning of the scratch memory that the caller of a kernel gives.
 */
@unmanaged
export class Product {
  count1: i32;
  step1: usize;
  count2: i32;
  step2: usize;
  count3: i32;
  step3: usize;
  /** Bytes from one row of a panel to the next, and from one panel to the next: B may be packed or lie as it is. */
  rowOfB: usize;
  panelOfB: usize;
  rowOfC: usize;
  columns: i32;
  /** Whether to add to what C holds. */
  accumulate: i32;
  /** 0 none, 1 relu, 2 relu6. NaN stays NaN. */
  activation: i32;
  /** The part of a row that an odd panel fills; also a bias filled up with zeros. */
  spill0: f64;
  spill1: f64;
  spill2: f64;
  spill3: f64;
}

/** Bytes of scratch memory before the packed B: the product itself and the addresses of 64 rows. */
export const ROWS_AT: usize = 96;
export const PACKED_AT: usize = 384;

export function productAt(scratch: usize): Product {
  return changetype<Product>(scratch);
}

/** A row that is one run of `inner` values, `step` bytes apart. */
export function walkRun(p: Product, inner: i32, step: usize): void {
  p.count1 = 1;
  p.step1 = 0;
  p.count2 = 1;
  p.step2 = 0;
  p.count3 = inner;
  p.step3 = step;
}

/** The address of row `index` of the block. */
export function setRow(p: Product, index: i32, address: usize): void {
  store<usize>(changetype<usize>(p) + ROWS_AT + bytes(index), address);
}

function row(p: Product, index: i32): usize {
  return load<usize>(changetype<usize>(p) + ROWS_AT + bytes(index));
}

/** `bias`: address of one value per column, or 0. */
export function multiplyBlock(p: Product, count: i32, b: usize, c: usize, bias: usize): void {
  for (let n = 0; n < p.columns; n += PANEL) {
    const width = min(PANEL, p.columns - n);
    const from = bias ? wholeBias(p, bias + bytes(n), width) : 0;
    let m = 0;
    for (; m + 4 <= count; m += 4) tileOf4(p, m, b, c + bytes(n) + <usize>m * p.rowOfC, from, width);
    for (; m < count; m++) tileOf1(p, m, b, c + bytes(n) + <usize>m * p.rowOfC, from, width);
    b += p.panelOfB;
  }
}

/** Beside the spilled row of a tile, which is in use while the bias still is. */
const BIAS_AT: usize = 352;

function wholeBias(p: Product, bias: usize, width: i32): usize {
  if (width == PANEL) return bias;
  const at = changetype<usize>(p) + BIAS_AT;
  for (let j = 0; j < PANEL; j++) store<f32>(at + bytes(j), j < width ? load<f32>(bias + bytes(j)) : 0);
  return at;
}

function tileOf4(p: Product, m: i32, b: usize, c: usize, bias: usize, width: i32): void {
  let c00 = f32x4.splat(0);
  let c01 = f32x4.splat(0);
  if (bias) {
    c00 = v128.load(bias);
    c01 = v128.load(bias, 16);
  }
  let c10 = c00;
  let c11 = c01;
  let c20 = c00;
  let c21 = c01;
  let c30 = c00;
  let c31 = c01;
  const a0 = row(p, m);
  const a1 = row(p, m + 1) - a0;
  const a2 = row(p, m + 2) - a0;
  const a3 = row(p, m + 3) - a0;
  const rowOfB = p.rowOfB;
  const count3 = p.count3;
  const step3 = p.step3;
  for (let i = 0; i < p.count1; i++) {
    for (let j = 0; j < p.count2; j++) {
      let a = a0 + <usize>i * p.step1 + <usize>j * p.step2;
      for (let k = 0; k < count3; k++) {
        const b0 = v128.load(b);
        const b1 = v128.load(b, 16);
        const x0 = v128.load_splat<f32>(a);
        c00 = multiplyAdd(c00, x0, b0);
        c01 = multiplyAdd(c01, x0, b1);
        const x1 = v128.load_splat<f32>(a + a1);
        c10 = multiplyAdd(c10, x1, b0);
        c11 = multiplyAdd(c11, x1, b1);
        const x2 = v128.load_splat<f32>(a + a2);
        c20 = multiplyAdd(c20, x2, b0);
        c21 = multiplyAdd(c21, x2, b1);
        const x3 = v128.load_splat<f32>(a + a3);
        c30 = multiplyAdd(c30, x3, b0);
        c31 = multiplyAdd(c31, x3, b1);
        a += step3;
        b += rowOfB;
      }
    }
  }
  const next = p.rowOfC;
  if (width < PANEL || p.accumulate || p.activation > 1) {
    finish(p, c00, c01, c, width);
    finish(p, c10, c11, c + next, width);
    finish(p, c20, c21, c + 2 * next, width);
    finish(p, c30, c31, c + 3 * next, width);
    return;
  }
  // By itself: nothing else is asked for as often, and a call for each row would cost as much as a short sum.
  const least = f32x4.splat(p.activation ? 0 : -Infinity);
  v128.store(c, f32x4.max(c00, least));
  v128.store(c, f32x4.max(c01, least), 16);
  v128.store(c + next, f32x4.max(c10, least));
  v128.store(c + next, f32x4.max(c11, least), 16);
  v128.store(c + 2 * next, f32x4.max(c20, least));
  v128.store(c + 2 * next, f32x4.max(c21, least), 16);
  v128.store(c + 3 * next, f32x4.max(c30, least));
  v128.store(c + 3 * next, f32x4.max(c31, least), 16);
}

function tileOf1(p: Product, m: i32, b: usize, c: usize, bias: usize, width: i32): void {
  let c0 = f32x4.splat(0);
  let c1 = f32x4.splat(0);
  if (bias) {
    c0 = v128.load(bias);
    c1 = v128.load(bias, 16);
  }
  for (let i = 0; i < p.count1; i++) {
    for (let j = 0; j < p.count2; j++) {
      let a = row(p, m) + <usize>i * p.step1 + <usize>j * p.step2;
      for (let k = 0; k < p.count3; k++) {
        const x = v128.load_splat<f32>(a);
        c0 = multiplyAdd(c0, x, v128.load(b));
        c1 = multiplyAdd(c1, x, v128.load(b, 16));
        a += p.step3;
        b += p.rowOfB;
      }
    }
  }
  finish(p, c0, c1, c, width);
}

function finish(p: Product, low: v128, high: v128, c: usize, width: i32): void {
  if (width == PANEL) {
    if (p.accumulate) {
      low = f32x4.add(low, v128.load(c));
      high = f32x4.add(high, v128.load(c, 16));
    }
    v128.store(c, activated(low, p.activation));
    v128.store(c, activated(high, p.activation), 16);
    return;
  }
  const spill = changetype<usize>(p) + offsetof<Product>('spill0');
  if (p.accumulate) {
    for (let j = 0; j < width; j++) store<f32>(spill + bytes(j), load<f32>(c + bytes(j)));
    low = f32x4.add(low, v128.load(spill));
    high = f32x4.add(high, v128.load(spill, 16));
  }
  v128.store(spill, activated(low, p.activation));
  v128.store(spill, activated(high, p.activation), 16);
  for (let j = 0; j < width; j++) store<f32>(c + bytes(j), load<f32>(spill + bytes(j)));
}

export function activated(values: v128, activation: i32): v128 {
  if (activation == 0) return values;
  const kept = f32x4.max(values, f32x4.splat(0));
  return activation == 1 ? kept : f32x4.min(kept, f32x4.splat(6));
}
