import { bytes, getLanes, lanesAt, setLanes } from './lanes';
import { exponential } from './exponential';

/** y = softmax of each row of `width` values; y may be x. A row that holds NaN becomes NaN. */
export function softmax(rows: i32, width: i32, x: usize, y: usize): void {
  for (let m = 0; m < rows; m++) {
    const total = exponentials(width, x, y, greatest(width, x));
    divide(width, y, total);
    x += bytes(width);
    y += bytes(width);
  }
}

function greatest(width: i32, x: usize): f32 {
  let most: f32 = -Infinity;
  for (let n = 0; n < width; n++) most = max<f32>(most, load<f32>(x + bytes(n)));
  return most;
}

/** y = eˣ⁻ᵐᵒˢᵗ; gives their sum, in their order. */
function exponentials(width: i32, x: usize, y: usize, most: f32): f32 {
  for (let n = 0, lanes = 0; n < width; n += lanes) {
    lanes = lanesAt(n, width);
    const below = f32x4.sub(getLanes(x + bytes(n), lanes), f32x4.splat(most));
    setLanes(y + bytes(n), exponential(below), lanes);
  }
  let total: f32 = 0;
  for (let n = 0; n < width; n++) total += load<f32>(y + bytes(n));
  return total;
}

function divide(width: i32, y: usize, by: f32): void {
  for (let n = 0, lanes = 0; n < width; n += lanes) {
    lanes = lanesAt(n, width);
    setLanes(y + bytes(n), f32x4.div(getLanes(y + bytes(n), lanes), f32x4.splat(by)), lanes);
  }
}

/** tfjs clips probabilities to these before the logarithm, and gives no gradient outside. */
const CLIPPED_LOW: f32 = 1e-7;
const CLIPPED_HIGH: f32 = 1 - 1e-7;

/**
 * dz = the gradient, through the softmax, of the mean over rows of −Σ target · ln(clipped p), as tfjs's categoricalCrossentropy has it when p
 * already adds up to 1. `p`: what softmax gave. dz may be p.
 */
export function softmaxCrossEntropyGradient(rows: i32, width: i32, p: usize, target: usize, dz: usize): void {
  const share: f32 = 1 / <f32>rows;
  for (let m = 0; m < rows; m++) {
    let sum: f32 = 0;
    for (let n = 0; n < width; n++) sum += counted(p + bytes(n), target + bytes(n));
    for (let n = 0; n < width; n++) {
      const own = counted(p + bytes(n), target + bytes(n));
      store<f32>(dz + bytes(n), (load<f32>(p + bytes(n)) * sum - own) * share);
    }
    p += bytes(width);
    target += bytes(width);
    dz += bytes(width);
  }
}

/** The target of a probability that is not clipped, else 0. */
function counted(p: usize, target: usize): f32 {
  const value = load<f32>(p);
  return value < CLIPPED_LOW || value > CLIPPED_HIGH ? 0 : load<f32>(target);
}
