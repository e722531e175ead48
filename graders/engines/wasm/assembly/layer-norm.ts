import { addToSums, bytes, getLanes, lanesAt, multiplyAdd, setLanes } from './lanes';

// Normalisation of [rows, columns] over the columns of each row; `gamma`, `beta` and the variance as in batch-norm.ts.

/** Bytes of scratch memory that the kernels of this file need: two sums in double precision for each column. */
export function layerNormScratch(columns: i32): i32 {
  return 16 * columns;
}

/** Σ (a − minus)·(b − minusB) of a row, in double precision; without b, Σ (a − minus). */
function sumRow(columns: i32, a: usize, minus: f32, b: usize, minusB: f32): f64 {
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  let rest: f64 = 0;
  for (let c = 0, lanes = 0; c < columns; c += lanes) {
    lanes = lanesAt(c, columns);
    let values = f32x4.sub(getLanes(a + bytes(c), lanes), f32x4.splat(minus));
    if (b) values = f32x4.mul(values, f32x4.sub(getLanes(b + bytes(c), lanes), f32x4.splat(minusB)));
    if (lanes == 1) rest += <f64>f32x4.extract_lane(values, 0);
    else {
      low = f64x2.add(low, f64x2.promote_low_f32x4(values));
      high = f64x2.add(high, f64x2.promote_low_f32x4(v128.shuffle<f32>(values, values, 2, 3, 2, 3)));
    }
  }
  const both = f64x2.add(low, high);
  return f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1) + rest;
}

/** Writes y, and the mean and variance of each row. y may be x. */
export function layerNorm(
  rows: i32,
  columns: i32,
  x: usize,
  gamma: usize,
  beta: usize,
  epsilon: f32,
  y: usize,
  mean: usize,
  variance: usize,
): void {
  for (let m = 0; m < rows; m++) {
    const from = x + bytes(m * columns);
    const middle = <f32>(sumRow(columns, from, 0, 0, 0) / <f64>columns);
    const spread = <f32>(sumRow(columns, from, middle, from, middle) / <f64>columns);
    store<f32>(mean + bytes(m), middle);
    store<f32>(variance + bytes(m), spread);
    normalizeRow(columns, from, middle, 1 / sqrt<f32>(spread + epsilon), gamma, beta, y + bytes(m * columns));
  }
}

function normalizeRow(columns: i32, x: usize, mean: f32, by: f32, gamma: usize, beta: usize, y: usize): void {
  for (let c = 0, lanes = 0; c < columns; c += lanes) {
    lanes = lanesAt(c, columns);
    const normal = f32x4.mul(f32x4.sub(getLanes(x + bytes(c), lanes), f32x4.splat(mean)), f32x4.splat(by));
    const factor = gamma ? getLanes(gamma + bytes(c), lanes) : f32x4.splat(1);
    const plus = beta ? getLanes(beta + bytes(c), lanes) : f32x4.splat(0);
    setLanes(y + bytes(c), multiplyAdd(plus, normal, factor), lanes);
  }
}

/** Gradients of `layerNorm`, through the mean and the variance too. dgamma and dbeta are always written; dx is memory of its own. */
export function layerNormGradient(
  rows: i32,
  columns: i32,
  x: usize,
  dy: usize,
  gamma: usize,
  epsilon: f32,
  mean: usize,
  variance: usize,
  dx: usize,
  dgamma: usize,
  dbeta: usize,
  scratch: usize,
): void {
  memory.fill(scratch, 0, layerNormScratch(columns));
  for (let m = 0; m < rows; m++) {
    const at = bytes(m * columns);
    const by: f32 = 1 / sqrt<f32>(load<f32>(variance + bytes(m)) + epsilon);
    const middle = load<f32>(mean + bytes(m));
    sumColumns(columns, x + at, dy + at, middle, by, scratch);
    rowGradient(columns, x + at, dy + at, middle, by, gamma, dx + at);
  }
  for (let c = 0; c < columns; c++) {
    store<f32>(dbeta + bytes(c), <f32>load<f64>(scratch + 2 * bytes(c)));
    store<f32>(dgamma + bytes(c), <f32>load<f64>(scratch + 2 * bytes(columns + c)));
  }
}

/** Σ dy, and behind all of them Σ dy·normal. */
function sumColumns(columns: i32, x: usize, dy: usize, mean: f32, by: f32, sums: usize): void {
  for (let c = 0, lanes = 0; c < columns; c += lanes) {
    lanes = lanesAt(c, columns);
    const d = getLanes(dy + bytes(c), lanes);
    const normal = f32x4.mul(f32x4.sub(getLanes(x + bytes(c), lanes), f32x4.splat(mean)), f32x4.splat(by));
    addToSums(sums + 2 * bytes(c), d, lanes);
    addToSums(sums + 2 * bytes(columns + c), f32x4.mul(d, normal), lanes);
  }
}

function rowGradient(columns: i32, x: usize, dy: usize, mean: f32, by: f32, gamma: usize, dx: usize): void {
  // dx first holds dy · gamma: what reaches the normalised values.
  for (let c = 0, lanes = 0; c < columns; c += lanes) {
    lanes = lanesAt(c, columns);
    const factor = gamma ? getLanes(gamma + bytes(c), lanes) : f32x4.splat(1);
    setLanes(dx + bytes(c), f32x4.mul(getLanes(dy + bytes(c), lanes), factor), lanes);
  }
  const shift = f32x4.splat(<f32>(sumRow(columns, dx, 0, 0, 0) / <f64>columns));
  const slope = f32x4.splat(<f32>((sumRow(columns, dx, 0, x, mean) * <f64>by) / <f64>columns));
  for (let c = 0, lanes = 0; c < columns; c += lanes) {
    lanes = lanesAt(c, columns);
    const normal = f32x4.mul(f32x4.sub(getLanes(x + bytes(c), lanes), f32x4.splat(mean)), f32x4.splat(by));
    const rest = f32x4.sub(f32x4.sub(getLanes(dx + bytes(c), lanes), shift), f32x4.mul(normal, slope));
    setLanes(dx + bytes(c), f32x4.mul(rest, f32x4.splat(by)), lanes);
  }
}
