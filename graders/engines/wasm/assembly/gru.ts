import { slope } from './activations';
import { isMasked } from './cell-rows';
import { bytes, copyFloats, fillZeros, getLanes, lanesAt, setLanes } from './lanes';

// What `gates`, `mask`, `dh` and `direct` are stands in `cell-rows.ts`.

/** gates: update, reset, candidate, of which the first two are activated. `product` ← reset·h: what the candidate's product is taken of. */
export function gruReset(rows: i32, units: i32, gates: usize, h: usize, product: usize): void {
  const wide = bytes(units);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < units;) {
      const lanes = lanesAt(i, units);
      const at = bytes(i);
      setLanes(product + at, f32x4.mul(getLanes(gates + wide + at, lanes), getLanes(h + at, lanes)), lanes);
      i += lanes;
    }
    gates += 3 * wide;
    h += wide;
    product += wide;
  }
}

/** Reset after the product: candidate += reset·product, where `product` is that of the state for the candidate. */
export function gruResetAfter(rows: i32, units: i32, gates: usize, product: usize): void {
  const wide = bytes(units);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < units;) {
      const lanes = lanesAt(i, units);
      const at = bytes(i);
      const candidate = gates + 2 * wide + at;
      const kept = f32x4.mul(getLanes(gates + wide + at, lanes), getLanes(product + at, lanes));
      setLanes(candidate, f32x4.add(getLanes(candidate, lanes), kept), lanes);
      i += lanes;
    }
    gates += 3 * wide;
    product += wide;
  }
}

/** h ← update·seen + (1 − update)·candidate. `seen`: the state before the step as the cell saw it, which dropout may have thinned. */
export function gruStep(
  rows: i32,
  units: i32,
  gates: usize,
  seen: usize,
  hBefore: usize,
  hAfter: usize,
  mask: usize,
): void {
  const wide = bytes(units);
  for (let row = 0; row < rows; row++) {
    if (isMasked(mask, row)) copyFloats(hAfter, hBefore, units);
    else {
      for (let i = 0; i < units;) {
        const lanes = lanesAt(i, units);
        const at = bytes(i);
        const update = getLanes(gates + at, lanes);
        const fresh = f32x4.mul(f32x4.sub(f32x4.splat(1), update), getLanes(gates + 2 * wide + at, lanes));
        setLanes(hAfter + at, f32x4.add(f32x4.mul(update, getLanes(seen + at, lanes)), fresh), lanes);
        i += lanes;
      }
    }
    gates += 3 * wide;
    seen += wide;
    hBefore += wide;
    hAfter += wide;
  }
}

/** The gradients of update and candidate; the reset gate keeps its value for `gruResetBack`. */
export function gruStepBack(
  rows: i32,
  units: i32,
  gates: usize,
  seen: usize,
  dh: usize,
  direct: usize,
  mask: usize,
  activation: i32,
  gateActivation: i32,
): void {
  const wide = bytes(units);
  for (let row = 0; row < rows; row++) {
    if (isMasked(mask, row)) {
      fillZeros(gates, units);
      fillZeros(gates + 2 * wide, units);
      fillZeros(direct, units);
    } else {
      for (let i = 0; i < units;) {
        const lanes = lanesAt(i, units);
        const at = bytes(i);
        const gate = gates + at;
        const update = getLanes(gate, lanes);
        const candidate = getLanes(gate + 2 * wide, lanes);
        const gradient = getLanes(dh + at, lanes);
        const fresh = f32x4.mul(gradient, f32x4.sub(f32x4.splat(1), update));
        const between = f32x4.mul(gradient, f32x4.sub(getLanes(seen + at, lanes), candidate));
        setLanes(gate + 2 * wide, f32x4.mul(fresh, slope(candidate, activation, 0)), lanes);
        setLanes(gate, f32x4.mul(between, slope(update, gateActivation, 0)), lanes);
        setLanes(direct + at, f32x4.mul(gradient, update), lanes);
        i += lanes;
      }
      fillZeros(dh, units);
    }
    gates += 3 * wide;
    seen += wide;
    dh += wide;
    direct += wide;
  }
}

/** `dProduct`: gradient of reset·seen. */
export function gruResetBack(
  rows: i32,
  units: i32,
  gates: usize,
  seen: usize,
  dProduct: usize,
  direct: usize,
  gateActivation: i32,
): void {
  const wide = bytes(units);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < units;) {
      const lanes = lanesAt(i, units);
      const at = bytes(i);
      const gate = gates + wide + at;
      const reset = getLanes(gate, lanes);
      const gradient = getLanes(dProduct + at, lanes);
      const dReset = f32x4.mul(gradient, getLanes(seen + at, lanes));
      setLanes(gate, f32x4.mul(dReset, slope(reset, gateActivation, 0)), lanes);
      setLanes(direct + at, f32x4.add(getLanes(direct + at, lanes), f32x4.mul(gradient, reset)), lanes);
      i += lanes;
    }
    gates += 3 * wide;
    seen += wide;
    dProduct += wide;
    direct += wide;
  }
}

/** The reset gate's gradient, and in the place of `product` the gradient of it. */
export function gruResetAfterBack(
  rows: i32,
  units: i32,
  gates: usize,
  product: usize,
  gateActivation: i32,
): void {
  const wide = bytes(units);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < units;) {
      const lanes = lanesAt(i, units);
      const at = bytes(i);
      const gate = gates + wide + at;
      const reset = getLanes(gate, lanes);
      const gradient = getLanes(gate + wide, lanes);
      const dReset = f32x4.mul(gradient, getLanes(product + at, lanes));
      setLanes(gate, f32x4.mul(dReset, slope(reset, gateActivation, 0)), lanes);
      setLanes(product + at, f32x4.mul(gradient, reset), lanes);
      i += lanes;
    }
    gates += 3 * wide;
    product += wide;
  }
}
