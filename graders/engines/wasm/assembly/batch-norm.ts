import { addToSums, bytes, getLanes, lanesAt, multiplyAdd, setLanes } from './lanes';

// Normalisation of [rows, columns] over the rows of each column. Sums are in double precision. `gamma` and `beta` have a value per column, or
// are 0 for 1 and 0. The variance is that of the values themselves (÷ rows).

/** Bytes of scratch memory that the kernels of this file need: two sums in double precision for each column. */
export function batchNormScratch(columns: i32): i32 {
  return 16 * columns;
}

/** Batch normalisation as it trains: writes y, and the mean and variance of each column. */
export function batchNorm(
  rows: i32,
  columns: i32,
  x: usize,
  gamma: usize,
  beta: usize,
  epsilon: f32,
  y: usize,
  mean: usize,
  variance: usize,
  scratch: usize,
): void {
  memory.fill(scratch, 0, batchNormScratch(columns));
  for (let m = 0; m < rows; m++) {
    for (let c = 0, lanes = 0; c < columns; c += lanes) {
      lanes = lanesAt(c, columns);
      addToSums(scratch + 2 * bytes(c), getLanes(x + bytes(m * columns + c), lanes), lanes);
    }
  }
  means(columns, rows, scratch, mean);
  memory.fill(scratch, 0, batchNormScratch(columns));
  for (let m = 0; m < rows; m++) {
    for (let c = 0, lanes = 0; c < columns; c += lanes) {
      lanes = lanesAt(c, columns);
      const off = f32x4.sub(getLanes(x + bytes(m * columns + c), lanes), getLanes(mean + bytes(c), lanes));
      addToSums(scratch + 2 * bytes(c), f32x4.mul(off, off), lanes);
    }
  }
  means(columns, rows, scratch, variance);
  batchNormGiven(rows, columns, x, gamma, beta, epsilon, y, mean, variance, scratch);
}

function means(columns: i32, rows: i32, sums: usize, to: usize): void {
  for (let c = 0; c < columns; c++)
    store<f32>(to + bytes(c), <f32>(load<f64>(sums + 2 * bytes(c)) / <f64>rows));
}

/** The same with a mean and variance that are given, as at prediction. y may be x. */
export function batchNormGiven(
  rows: i32,
  columns: i32,
  x: usize,
  gamma: usize,
  beta: usize,
  epsilon: f32,
  y: usize,
  mean: usize,
  variance: usize,
  scratch: usize,
): void {
  slopes(columns, gamma, variance, epsilon, scratch);
  for (let m = 0; m < rows; m++) {
    for (let c = 0, lanes = 0; c < columns; c += lanes) {
      lanes = lanesAt(c, columns);
      const at = bytes(m * columns + c);
      const off = f32x4.sub(getLanes(x + at, lanes), getLanes(mean + bytes(c), lanes));
      const plus = beta ? getLanes(beta + bytes(c), lanes) : f32x4.splat(0);
      setLanes(y + at, multiplyAdd(plus, off, getLanes(scratch + bytes(c), lanes)), lanes);
    }
  }
}

/** gamma ÷ √(variance + epsilon) */
function slopes(columns: i32, gamma: usize, variance: usize, epsilon: f32, to: usize): void {
  for (let c = 0; c < columns; c++) {
    const factor: f32 = gamma ? load<f32>(gamma + bytes(c)) : 1;
    store<f32>(to + bytes(c), factor / sqrt<f32>(load<f32>(variance + bytes(c)) + epsilon));
  }
}

/** Gradients of `batchNorm`, through the mean and the variance too. dgamma and dbeta are always written; dx may be dy. */
export function batchNormGradient(
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
  sumGradients(rows, columns, x, dy, mean, scratch);
  for (let c = 0; c < columns; c++) {
    const by: f64 = 1 / sqrt<f64>(<f64>load<f32>(variance + bytes(c)) + <f64>epsilon);
    store<f32>(dbeta + bytes(c), <f32>load<f64>(scratch + 2 * bytes(c)));
    store<f32>(dgamma + bytes(c), <f32>(load<f64>(scratch + 8 * columns + 2 * bytes(c)) * by));
  }
  slopes(columns, gamma, variance, epsilon, scratch);
  slopes(columns, 0, variance, epsilon, scratch + bytes(columns));
  const share = f32x4.splat(1 / <f32>rows);
  for (let m = 0; m < rows; m++) {
    for (let c = 0, lanes = 0; c < columns; c += lanes) {
      lanes = lanesAt(c, columns);
      const at = bytes(m * columns + c);
      const off = f32x4.sub(getLanes(x + at, lanes), getLanes(mean + bytes(c), lanes));
      const normal = f32x4.mul(off, getLanes(scratch + bytes(columns + c), lanes));
      const along = multiplyAdd(
        getLanes(dbeta + bytes(c), lanes),
        normal,
        getLanes(dgamma + bytes(c), lanes),
      );
      const rest = f32x4.sub(getLanes(dy + at, lanes), f32x4.mul(along, share));
      setLanes(dx + at, f32x4.mul(rest, getLanes(scratch + bytes(c), lanes)), lanes);
    }
  }
}

/** Σ dy, and behind all of them Σ dy·(x − mean). */
function sumGradients(rows: i32, columns: i32, x: usize, dy: usize, mean: usize, sums: usize): void {
  memory.fill(sums, 0, batchNormScratch(columns));
  for (let m = 0; m < rows; m++) {
    for (let c = 0, lanes = 0; c < columns; c += lanes) {
      lanes = lanesAt(c, columns);
      const at = bytes(m * columns + c);
      const d = getLanes(dy + at, lanes);
      const off = f32x4.sub(getLanes(x + at, lanes), getLanes(mean + bytes(c), lanes));
      addToSums(sums + 2 * bytes(c), d, lanes);
      addToSums(sums + 2 * bytes(columns + c), f32x4.mul(d, off), lanes);
    }
  }
}
