// What every kernel of this folder is written with. Addresses are bytes in the memory of the tfjs backend, counts are floats.

/** sum + a·b, rounded twice: the fused instruction would give other bits on other processors. */
export function multiplyAdd(sum: v128, a: v128, b: v128): v128 {
  return f32x4.add(sum, f32x4.mul(a, b));
}

export function bytes(floats: i32): usize {
  return (<usize>floats) << 2;
}

export function copyFloats(to: usize, from: usize, count: i32): void {
  let i = 0;
  for (; i + 4 <= count; i += 4) v128.store(to + bytes(i), v128.load(from + bytes(i)));
  for (; i < count; i++) store<f32>(to + bytes(i), load<f32>(from + bytes(i)));
}

export function fillZeros(at: usize, count: i32): void {
  memory.fill(at, 0, bytes(count));
}

/** to += from */
export function addFloats(to: usize, from: usize, count: i32): void {
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    v128.store(to + bytes(i), f32x4.add(v128.load(to + bytes(i)), v128.load(from + bytes(i))));
  }
  for (; i < count; i++) store<f32>(to + bytes(i), load<f32>(to + bytes(i)) + load<f32>(from + bytes(i)));
}

/** How many values to take at once from place `i` of `count`: four, or one at the end. */
export function lanesAt(i: i32, count: i32): i32 {
  return count - i >= 4 ? 4 : 1;
}

/** Four values, or one in every lane. */
export function getLanes(at: usize, lanes: i32): v128 {
  return lanes == 4 ? v128.load(at) : v128.load_splat<f32>(at);
}

export function setLanes(at: usize, values: v128, lanes: i32): void {
  if (lanes == 4) v128.store(at, values);
  else store<f32>(at, f32x4.extract_lane(values, 0));
}

/** Adds to sums in double precision, one for each value. */
export function addToSums(sums: usize, values: v128, lanes: i32): void {
  if (lanes == 1) {
    store<f64>(sums, load<f64>(sums) + <f64>f32x4.extract_lane(values, 0));
    return;
  }
  const high = v128.shuffle<f32>(values, values, 2, 3, 2, 3);
  v128.store(sums, f64x2.add(v128.load(sums), f64x2.promote_low_f32x4(values)));
  v128.store(sums, f64x2.add(v128.load(sums, 16), f64x2.promote_low_f32x4(high)), 16);
}
