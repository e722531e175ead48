import { bytes } from './lanes';

/** to = a · b for `count` values; any of them may be the same. */
export function multiplyFloats(count: i32, a: usize, b: usize, to: usize): void {
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    v128.store(to + bytes(i), f32x4.mul(v128.load(a + bytes(i)), v128.load(b + bytes(i))));
  }
  for (; i < count; i++) store<f32>(to + bytes(i), load<f32>(a + bytes(i)) * load<f32>(b + bytes(i)));
}

/** x = factor · x */
export function scaleFloats(count: i32, factor: f32, x: usize): void {
  for (let i = 0; i < count; i++) store<f32>(x + bytes(i), factor * load<f32>(x + bytes(i)));
}

/**
 * The penalty Σ l1·|w| + l2·w² of `count` weights; adds its gradient to `gradient`, where that is not 0. As in tfjs the slope of |w| at 0
 * is −1.
 */
export function penalize(count: i32, w: usize, gradient: usize, l1: f32, l2: f32): f32 {
  let absolute: f32 = 0;
  let squared: f32 = 0;
  for (let i = 0; i < count; i++) {
    const value = load<f32>(w + bytes(i));
    absolute += abs(value);
    squared += value * value;
    if (!gradient) continue;
    const at = gradient + bytes(i);
    store<f32>(at, load<f32>(at) + (value > 0 ? l1 : -l1) + 2 * l2 * value);
  }
  return l1 * absolute + l2 * squared;
}

/** statistic −= (statistic − value) · decay */
export function moveStatistics(count: i32, statistic: usize, value: usize, decay: f32): void {
  for (let i = 0; i < count; i++) {
    const at = statistic + bytes(i);
    const before = load<f32>(at);
    store<f32>(at, before - (before - load<f32>(value + bytes(i))) * decay);
  }
}
