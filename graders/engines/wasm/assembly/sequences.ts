import { addFloats, bytes, copyFloats } from './lanes';

/** [batch, steps, width] → [steps, batch, width], the last step first with `isReversed`. */
export function toTimeMajor(
  batch: i32,
  steps: i32,
  width: i32,
  from: usize,
  to: usize,
  isReversed: bool,
): void {
  for (let b = 0; b < batch; b++) {
    for (let t = 0; t < steps; t++) {
      const time = isReversed ? steps - 1 - t : t;
      copyFloats(to + bytes((time * batch + b) * width), from, width);
      from += bytes(width);
    }
  }
}

/** The other way round. */
export function toBatchMajor(
  batch: i32,
  steps: i32,
  width: i32,
  from: usize,
  to: usize,
  isReversed: bool,
): void {
  for (let b = 0; b < batch; b++) {
    for (let t = 0; t < steps; t++) {
      const time = isReversed ? steps - 1 - t : t;
      copyFloats(to, from + bytes((time * batch + b) * width), width);
      to += bytes(width);
    }
  }
}

/** to += from for rows of `width` floats that lie `stride` floats apart in `from` and together in `to`. */
export function addStridedRows(rows: i32, width: i32, stride: i32, from: usize, to: usize): void {
  for (let row = 0; row < rows; row++) {
    addFloats(to, from, width);
    from += bytes(stride);
    to += bytes(width);
  }
}
