import { exponential } from './exponential';
import { bytes, multiplyAdd } from './lanes';

/** The numbers that ../curves.ts gives each activation. */
const RELU: i32 = 1;
const RELU6: i32 = 2;
const SIGMOID: i32 = 3;
const TANH: i32 = 4;
const HARD_SIGMOID: i32 = 5;
const ELU: i32 = 6;
const SELU: i32 = 7;
const LEAKY_RELU: i32 = 8;
const SOFTSIGN: i32 = 9;

/** Klambauer et al. 2017, with the digits of tfjs. */
const SELU_SCALE: f32 = 1.0507009873554805;
const SELU_ALPHA: f32 = 1.7580993408473768;

/** y = activation(x) for `count` values; y may be x. `alpha` is the slope of a leaky ReLU below 0. NaN stays NaN. */
export function activate(count: i32, x: usize, y: usize, kind: i32, alpha: f32): void {
  let i = 0;
  for (; i + 4 <= count; i += 4) v128.store(y + bytes(i), activated(v128.load(x + bytes(i)), kind, alpha));
  for (; i < count; i++) {
    const value = activated(v128.load_splat<f32>(x + bytes(i)), kind, alpha);
    store<f32>(y + bytes(i), f32x4.extract_lane(value, 0));
  }
}

/** gradient = gradient · activation′, the derivative taken from the value y of the activation. */
export function activationGradient(count: i32, y: usize, gradient: usize, kind: i32, alpha: f32): void {
  if (kind == RELU) return reluGradient(count, y, gradient);
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    const at = gradient + bytes(i);
    v128.store(at, f32x4.mul(v128.load(at), slope(v128.load(y + bytes(i)), kind, alpha)));
  }
  for (; i < count; i++) {
    const at = gradient + bytes(i);
    const by = f32x4.extract_lane(slope(v128.load_splat<f32>(y + bytes(i)), kind, alpha), 0);
    store<f32>(at, load<f32>(at) * by);
  }
}

/** By itself: nothing else is asked for as often. */
function reluGradient(count: i32, y: usize, gradient: usize): void {
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    const slope = v128.and(f32x4.gt(v128.load(y + bytes(i)), splat(0)), splat(1));
    v128.store(gradient + bytes(i), f32x4.mul(v128.load(gradient + bytes(i)), slope));
  }
  for (; i < count; i++) {
    const slope: f32 = load<f32>(y + bytes(i)) > 0 ? 1 : 0;
    store<f32>(gradient + bytes(i), load<f32>(gradient + bytes(i)) * slope);
  }
}

export function activated(x: v128, kind: i32, alpha: f32): v128 {
  switch (kind) {
    case RELU:
      return f32x4.max(x, splat(0));
    case RELU6:
      return f32x4.min(f32x4.max(x, splat(0)), splat(6));
    case SIGMOID:
      return f32x4.div(splat(1), f32x4.add(splat(1), exponential(f32x4.neg(x))));
    case TANH:
      return tanh(x);
    case HARD_SIGMOID:
      return f32x4.min(f32x4.max(multiplyAdd(splat(0.5), splat(0.2), x), splat(0)), splat(1));
    case ELU:
      return v128.bitselect(f32x4.sub(exponential(x), splat(1)), x, f32x4.lt(x, splat(0)));
    case SELU:
      return v128.bitselect(
        f32x4.mul(splat(SELU_ALPHA), f32x4.sub(exponential(x), splat(1))),
        f32x4.mul(splat(SELU_SCALE), x),
        f32x4.lt(x, splat(0)),
      );
    case LEAKY_RELU:
      return v128.bitselect(f32x4.mul(splat(alpha), x), x, f32x4.lt(x, splat(0)));
    case SOFTSIGN:
      return f32x4.div(x, f32x4.add(f32x4.abs(x), splat(1)));
    default:
      return x;
  }
}

/** The derivative where the activation gave y. */
export function slope(y: v128, kind: i32, alpha: f32): v128 {
  const isAbove = f32x4.gt(y, splat(0));
  switch (kind) {
    case RELU:
      return v128.and(isAbove, splat(1));
    case RELU6:
      return v128.and(v128.and(isAbove, f32x4.lt(y, splat(6))), splat(1));
    case SIGMOID:
      return f32x4.mul(y, f32x4.sub(splat(1), y));
    case TANH:
      return f32x4.sub(splat(1), f32x4.mul(y, y));
    case HARD_SIGMOID:
      return v128.and(v128.and(isAbove, f32x4.lt(y, splat(1))), splat(0.2));
    case ELU:
      return v128.bitselect(splat(1), f32x4.add(y, splat(1)), isAbove);
    case SELU:
      return v128.bitselect(splat(SELU_SCALE), f32x4.add(y, splat(SELU_ALPHA)), isAbove);
    case LEAKY_RELU:
      return v128.bitselect(splat(1), splat(alpha), isAbove);
    case SOFTSIGN: {
      const rest = f32x4.sub(splat(1), f32x4.abs(y));
      return f32x4.mul(rest, rest);
    }
    default:
      return splat(1);
  }
}

function splat(value: f32): v128 {
  return f32x4.splat(value);
}

/** tanh within 4e-7 of its value: a quotient of polynomials (as in Eigen), which is 1 in float32 from 7.9 on. */
function tanh(given: v128): v128 {
  const limit: f32 = 7.905311107635498;
  const x = f32x4.max(f32x4.min(given, splat(limit)), splat(-limit));
  const s = f32x4.mul(x, x);
  let p = splat(-2.76076847742355e-16);
  p = multiplyAdd(splat(2.00018790482477e-13), p, s);
  p = multiplyAdd(splat(-8.60467152213735e-11), p, s);
  p = multiplyAdd(splat(5.12229709037114e-8), p, s);
  p = multiplyAdd(splat(1.48572235717979e-5), p, s);
  p = multiplyAdd(splat(6.37261928875436e-4), p, s);
  p = multiplyAdd(splat(4.89352455891786e-3), p, s);
  let q = splat(1.19825839466702e-6);
  q = multiplyAdd(splat(1.18534705686654e-4), q, s);
  q = multiplyAdd(splat(2.268434632439e-3), q, s);
  q = multiplyAdd(splat(4.89352518554385e-3), q, s);
  const isSmall = f32x4.lt(f32x4.abs(given), splat(0.0004));
  return v128.bitselect(given, f32x4.div(f32x4.mul(x, p), q), isSmall);
}
