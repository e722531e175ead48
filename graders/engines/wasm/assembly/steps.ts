/**
 * How the fused kernels walk a row: four floats at a time and the rest of the row one by one, with the same instructions, so that a
 * value's bits do not depend on where it lies.
 */

/** Floats that the next step treats, of `left`. */
export function stepOf(left: i32): i32 {
  return left >= 4 ? 4 : 1;
}

export function take(at: usize, count: i32): v128 {
  return count == 4 ? v128.load(at) : v128.load32_zero(at);
}

export function put(at: usize, value: v128, count: i32): void {
  if (count == 4) v128.store(at, value);
  else v128.store_lane<f32>(at, value, 0);
}
