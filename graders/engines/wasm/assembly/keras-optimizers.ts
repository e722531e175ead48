import { bytes, getLanes, lanesAt, setLanes } from './lanes';

/**
 * Rules of Keras 3.15 that tfjs has not, in the order of `keras/src/optimizers`; as in `optimizers.ts`, in place and in one pass.
 * `decay` is how much a variable loses by itself in a step, before it is moved: w ← w − w·decay·rate.
 */

function decayed(w: v128, decay: f32, rate: f32): v128 {
  return f32x4.sub(w, f32x4.mul(f32x4.mul(w, f32x4.splat(decay)), f32x4.splat(rate)));
}

/** old + (next − old)·rest */
function towards(old: v128, next: v128, rest: f32): v128 {
  return f32x4.add(old, f32x4.mul(f32x4.sub(next, old), f32x4.splat(rest)));
}

/** `alpha`: rate·√(1 − β₂^t) / (1 − β₁^t); `rest1`, `rest2`: 1 − β₁, 1 − β₂. */
export function adamW(
  size: i32,
  w: usize,
  m: usize,
  v: usize,
  g: usize,
  rate: f32,
  decay: f32,
  alpha: f32,
  rest1: f32,
  rest2: f32,
  epsilon: f32,
): void {
  for (let i = 0; i < size;) {
    const lanes = lanesAt(i, size);
    const at = bytes(i);
    const gradient = getLanes(g + at, lanes);
    const first = towards(getLanes(m + at, lanes), gradient, rest1);
    const second = towards(getLanes(v + at, lanes), f32x4.mul(gradient, gradient), rest2);
    setLanes(m + at, first, lanes);
    setLanes(v + at, second, lanes);
    const scale = f32x4.add(f32x4.sqrt(second), f32x4.splat(epsilon));
    const move = f32x4.div(f32x4.mul(first, f32x4.splat(alpha)), scale);
    setLanes(w + at, f32x4.sub(decayed(getLanes(w + at, lanes), decay, rate), move), lanes);
    i += lanes;
  }
}

/**
 * The step is (ahead·m/leftAhead + now·g/leftNow)·rate / (√(v/left2) + ε), where with μ_t = β₁·(1 − 0.96^t/2) `ahead` is μ_{t+1}, `now`
 * is 1 − μ_t, `leftNow` and `leftAhead` are 1 less the products of all μ up to t and to t+1, and `left2` is 1 − β₂^t.
 */
export function nadam(
  size: i32,
  w: usize,
  m: usize,
  v: usize,
  g: usize,
  rate: f32,
  decay: f32,
  ahead: f32,
  leftAhead: f32,
  now: f32,
  leftNow: f32,
  left2: f32,
  rest1: f32,
  rest2: f32,
  epsilon: f32,
): void {
  for (let i = 0; i < size;) {
    const lanes = lanesAt(i, size);
    const at = bytes(i);
    const gradient = getLanes(g + at, lanes);
    const first = towards(getLanes(m + at, lanes), gradient, rest1);
    const second = towards(getLanes(v + at, lanes), f32x4.mul(gradient, gradient), rest2);
    setLanes(m + at, first, lanes);
    setLanes(v + at, second, lanes);
    const fromMean = f32x4.div(f32x4.mul(f32x4.splat(ahead), first), f32x4.splat(leftAhead));
    const fromNow = f32x4.div(f32x4.mul(f32x4.splat(now), gradient), f32x4.splat(leftNow));
    const scale = f32x4.add(f32x4.sqrt(f32x4.div(second, f32x4.splat(left2))), f32x4.splat(epsilon));
    const move = f32x4.div(f32x4.mul(f32x4.add(fromMean, fromNow), f32x4.splat(rate)), scale);
    setLanes(w + at, f32x4.sub(decayed(getLanes(w + at, lanes), decay, rate), move), lanes);
    i += lanes;
  }
}

/** Moves by the sign of β₁·m + (1 − β₁)·g alone; m fades with β₂. */
export function lion(
  size: i32,
  w: usize,
  m: usize,
  g: usize,
  rate: f32,
  decay: f32,
  beta1: f32,
  rest1: f32,
  beta2: f32,
  rest2: f32,
): void {
  for (let i = 0; i < size;) {
    const lanes = lanesAt(i, size);
    const at = bytes(i);
    const gradient = getLanes(g + at, lanes);
    const past = getLanes(m + at, lanes);
    const blend = f32x4.add(f32x4.mul(past, f32x4.splat(beta1)), f32x4.mul(gradient, f32x4.splat(rest1)));
    const move = f32x4.mul(f32x4.splat(rate), sign(blend));
    setLanes(w + at, f32x4.sub(decayed(getLanes(w + at, lanes), decay, rate), move), lanes);
    setLanes(
      m + at,
      f32x4.add(f32x4.mul(past, f32x4.splat(beta2)), f32x4.mul(gradient, f32x4.splat(rest2))),
      lanes,
    );
    i += lanes;
  }
}

/** −1, 0 or 1; NaN stays NaN. */
function sign(x: v128): v128 {
  const zero = f32x4.splat(0);
  const negative = v128.bitselect(f32x4.splat(-1), x, f32x4.lt(x, zero));
  return v128.bitselect(f32x4.splat(1), negative, f32x4.gt(x, zero));
}
