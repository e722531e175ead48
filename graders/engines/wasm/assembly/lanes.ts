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
