import { bytes, getLanes, lanesAt, setLanes } from './lanes';

/**
 * One step of an optimizer on one variable, in place. `size`: its floats; `w`: the variable; `g`: its gradient; the other addresses are
 * the optimizer's state of it. Operations and their order are those of tfjs 4.22.0, so that the bits are too. `c` is −learning rate.
 */

function add(a: v128, b: v128): v128 {
  return f32x4.add(a, b);
}

function subtract(a: v128, b: v128): v128 {
  return f32x4.sub(a, b);
}

function multiply(a: v128, b: v128): v128 {
  return f32x4.mul(a, b);
}

function divide(a: v128, b: v128): v128 {
  return f32x4.div(a, b);
}

function root(a: v128): v128 {
  return f32x4.sqrt(a);
}

/** old·keep + next·rest: the running mean of most rules. */
function mean(old: v128, keep: f32, next: v128, rest: f32): v128 {
  return add(multiply(old, f32x4.splat(keep)), multiply(next, f32x4.splat(rest)));
}

export function sgd(size: i32, w: usize, g: usize, c: f32): void {
  for (let i = 0; i < size;) {
    const lanes = lanesAt(i, size);
    const at = bytes(i);
    setLanes(w + at, add(multiply(f32x4.splat(c), getLanes(g + at, lanes)), getLanes(w + at, lanes)), lanes);
    i += lanes;
  }
}

export function momentum(size: i32, w: usize, a: usize, g: usize, c: f32, m: f32, isNesterov: bool): void {
  for (let i = 0; i < size;) {
    const lanes = lanesAt(i, size);
    const at = bytes(i);
    const gradient = getLanes(g + at, lanes);
    const sum = add(multiply(f32x4.splat(m), getLanes(a + at, lanes)), gradient);
    const ahead = isNesterov ? add(gradient, multiply(sum, f32x4.splat(m))) : sum;
    setLanes(a + at, sum, lanes);
    setLanes(w + at, add(multiply(f32x4.splat(c), ahead), getLanes(w + at, lanes)), lanes);
    i += lanes;
  }
}

/** `moved`: the last change of the variable; `center`: the gradient's running mean, or 0 where the squares are not centred. */
export function rmsProp(
  size: i32,
  w: usize,
  squares: usize,
  moved: usize,
  center: usize,
  g: usize,
  rate: f32,
  decay: f32,
  rest: f32,
  m: f32,
  epsilon: f32,
): void {
  for (let i = 0; i < size;) {
    const lanes = lanesAt(i, size);
    const at = bytes(i);
    const gradient = getLanes(g + at, lanes);
    const square = mean(getLanes(squares + at, lanes), decay, multiply(gradient, gradient), rest);
    setLanes(squares + at, square, lanes);
    let spread = add(square, f32x4.splat(epsilon));
    if (center) {
      const middle = mean(getLanes(center + at, lanes), decay, gradient, rest);
      setLanes(center + at, middle, lanes);
      // As tfjs has it: epsilon is taken away here.
      spread = subtract(square, add(multiply(middle, middle), f32x4.splat(epsilon)));
    }
    const step = divide(multiply(gradient, f32x4.splat(rate)), root(spread));
    const move = add(multiply(getLanes(moved + at, lanes), f32x4.splat(m)), step);
    setLanes(moved + at, move, lanes);
    setLanes(w + at, subtract(getLanes(w + at, lanes), move), lanes);
    i += lanes;
  }
}

/** `left1`, `left2`: 1 − β^t. */
export function adam(
  size: i32,
  w: usize,
  m: usize,
  v: usize,
  g: usize,
  c: f32,
  beta1: f32,
  rest1: f32,
  beta2: f32,
  rest2: f32,
  left1: f32,
  left2: f32,
  epsilon: f32,
): void {
  for (let i = 0; i < size;) {
    const lanes = lanesAt(i, size);
    const at = bytes(i);
    const gradient = getLanes(g + at, lanes);
    const first = mean(getLanes(m + at, lanes), beta1, gradient, rest1);
    const second = mean(getLanes(v + at, lanes), beta2, multiply(gradient, gradient), rest2);
    setLanes(m + at, first, lanes);
    setLanes(v + at, second, lanes);
    const size2 = add(root(divide(second, f32x4.splat(left2))), f32x4.splat(epsilon));
    const step = multiply(divide(divide(first, f32x4.splat(left1)), size2), f32x4.splat(c));
    setLanes(w + at, add(step, getLanes(w + at, lanes)), lanes);
    i += lanes;
  }
}

/** `c` is −learning rate / (1 − β₁^t); `v` the gradient's greatest size, fading. */
export function adamax(
  size: i32,
  w: usize,
  m: usize,
  v: usize,
  g: usize,
  c: f32,
  beta1: f32,
  rest1: f32,
  beta2: f32,
  epsilon: f32,
): void {
  for (let i = 0; i < size;) {
    const lanes = lanesAt(i, size);
    const at = bytes(i);
    const gradient = getLanes(g + at, lanes);
    const first = mean(getLanes(m + at, lanes), beta1, gradient, rest1);
    const greatest = f32x4.max(multiply(getLanes(v + at, lanes), f32x4.splat(beta2)), f32x4.abs(gradient));
    setLanes(m + at, first, lanes);
    setLanes(v + at, greatest, lanes);
    const step = multiply(f32x4.splat(c), divide(first, add(greatest, f32x4.splat(epsilon))));
    setLanes(w + at, add(step, getLanes(w + at, lanes)), lanes);
    i += lanes;
  }
}

export function adagrad(size: i32, w: usize, squares: usize, g: usize, c: f32, epsilon: f32): void {
  for (let i = 0; i < size;) {
    const lanes = lanesAt(i, size);
    const at = bytes(i);
    const gradient = getLanes(g + at, lanes);
    const sum = add(getLanes(squares + at, lanes), multiply(gradient, gradient));
    setLanes(squares + at, sum, lanes);
    const step = multiply(divide(gradient, root(add(sum, f32x4.splat(epsilon)))), f32x4.splat(c));
    setLanes(w + at, add(step, getLanes(w + at, lanes)), lanes);
    i += lanes;
  }
}

/** As tfjs has it: the step is measured by the squares of before this gradient. */
export function adadelta(
  size: i32,
  w: usize,
  squares: usize,
  steps: usize,
  g: usize,
  c: f32,
  rho: f32,
  rest: f32,
  epsilon: f32,
): void {
  for (let i = 0; i < size;) {
    const lanes = lanesAt(i, size);
    const at = bytes(i);
    const gradient = getLanes(g + at, lanes);
    const square = getLanes(squares + at, lanes);
    const past = getLanes(steps + at, lanes);
    const ratio = divide(root(add(past, f32x4.splat(epsilon))), root(add(square, f32x4.splat(epsilon))));
    const step = multiply(ratio, gradient);
    setLanes(squares + at, mean(square, rho, multiply(gradient, gradient), rest), lanes);
    setLanes(steps + at, mean(past, rho, multiply(step, step), rest), lanes);
    setLanes(w + at, add(multiply(step, f32x4.splat(c)), getLanes(w + at, lanes)), lanes);
    i += lanes;
  }
}
