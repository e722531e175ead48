import { addFloats, bytes, copyFloats } from './lanes';

/** sums[c] = Σ over rows of x[row, c]: the gradient of a bias. */
export function sumRows(rows: i32, columns: i32, x: usize, sums: usize): void {
  memory.fill(sums, 0, bytes(columns));
  for (let row = 0; row < rows; row++) addFloats(sums, x + bytes(row * columns), columns);
}

/** Rows number `indices[i]` of `from`, each of `count` four-byte values, one after another. Indices are not checked. */
export function copyRows(rows: i32, indices: usize, from: usize, count: i32, to: usize): void {
  for (let i = 0; i < rows; i++) {
    copyFloats(to + bytes(i * count), from + bytes(load<i32>(indices + bytes(i)) * count), count);
  }
}

/** Adds row i of `from` to row number `indices[i]` of `to`: the gradient of picking rows. */
export function addRows(rows: i32, indices: usize, from: usize, count: i32, to: usize): void {
  for (let i = 0; i < rows; i++) {
    addFloats(to + bytes(load<i32>(indices + bytes(i)) * count), from + bytes(i * count), count);
  }
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
