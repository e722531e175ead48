import { addFloats, bytes, copyFloats } from './lanes';

/** sums[c] = Σ over rows of x[row, c]: the gradient of a bias. */
export function sumRows(rows: i32, columns: i32, x: usize, sums: usize): void {
  memory.fill(sums, 0, bytes(columns));
  for (let row = 0; row < rows; row++) addFloats(sums, x + bytes(row * columns), columns);
}

/** gradient = y · (gradient − Σ gradient · y) in each row, y being a softmax. */
export function softmaxGradient(rows: i32, columns: i32, y: usize, gradient: usize): void {
  for (let row = 0; row < rows; row++) {
    const values = y + bytes(row * columns);
    const at = gradient + bytes(row * columns);
    let sum: f32 = 0;
    for (let i = 0; i < columns; i++) sum += load<f32>(at + bytes(i)) * load<f32>(values + bytes(i));
    for (let i = 0; i < columns; i++) {
      store<f32>(at + bytes(i), load<f32>(values + bytes(i)) * (load<f32>(at + bytes(i)) - sum));
    }
  }
}

/** `count` runs of `width` values, `fromStep` and `toStep` values apart. */
export function copyRuns(count: i32, width: i32, from: usize, fromStep: i32, to: usize, toStep: i32): void {
  for (let i = 0; i < count; i++) copyFloats(to + bytes(i * toStep), from + bytes(i * fromStep), width);
}

/**
 * The gradient of y, the greatest value of each channel over all pixels of an image: as in tfjs, every pixel that is as great gets all of
 * it.
 */
export function greatestGradient(
  images: i32,
  pixels: i32,
  channels: i32,
  x: usize,
  y: usize,
  gradient: usize,
  to: usize,
): void {
  for (let n = 0; n < images; n++) {
    for (let pixel = 0; pixel < pixels; pixel++) {
      for (let c = 0; c < channels; c++) {
        const at = bytes((n * pixels + pixel) * channels + c);
        const own = bytes(n * channels + c);
        store<f32>(to + at, load<f32>(x + at) == load<f32>(y + own) ? load<f32>(gradient + own) : 0);
      }
    }
  }
}
