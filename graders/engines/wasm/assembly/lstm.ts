import { activated, slope } from './activations';
import { isMasked } from './cell-rows';
import { bytes, copyFloats, fillZeros, getLanes, lanesAt, setLanes } from './lanes';

// What `gates`, `mask`, `dh` and `direct` are stands in `cell-rows.ts`.

/** gates: input, forget, candidate, output. c ← forget·c + input·candidate, h ← output·activation(c); `squashed` keeps activation(c). */
export function lstmStep(
  rows: i32,
  units: i32,
  gates: usize,
  cBefore: usize,
  cAfter: usize,
  squashed: usize,
  hBefore: usize,
  hAfter: usize,
  mask: usize,
  activation: i32,
): void {
  const wide = bytes(units);
  for (let row = 0; row < rows; row++) {
    if (isMasked(mask, row)) {
      copyFloats(cAfter, cBefore, units);
      copyFloats(hAfter, hBefore, units);
    } else {
      for (let i = 0; i < units;) {
        const lanes = lanesAt(i, units);
        const at = bytes(i);
        const gate = gates + at;
        const kept = f32x4.mul(getLanes(gate + wide, lanes), getLanes(cBefore + at, lanes));
        const c = f32x4.add(kept, f32x4.mul(getLanes(gate, lanes), getLanes(gate + 2 * wide, lanes)));
        const out = activated(c, activation, 0);
        setLanes(cAfter + at, c, lanes);
        setLanes(squashed + at, out, lanes);
        setLanes(hAfter + at, f32x4.mul(getLanes(gate + 3 * wide, lanes), out), lanes);
        i += lanes;
      }
    }
    gates += 4 * wide;
    cBefore += wide;
    cAfter += wide;
    squashed += wide;
    hBefore += wide;
    hAfter += wide;
  }
}

/** `dc`: gradient of c after the step in, of c before it out. */
export function lstmStepBack(
  rows: i32,
  units: i32,
  gates: usize,
  cBefore: usize,
  squashed: usize,
  dh: usize,
  dc: usize,
  direct: usize,
  mask: usize,
  activation: i32,
  gateActivation: i32,
): void {
  const wide = bytes(units);
  fillZeros(direct, rows * units);
  for (let row = 0; row < rows; row++) {
    if (isMasked(mask, row)) fillZeros(gates, 4 * units);
    else {
      for (let i = 0; i < units;) {
        const lanes = lanesAt(i, units);
        const at = bytes(i);
        const gate = gates + at;
        const input = getLanes(gate, lanes);
        const forget = getLanes(gate + wide, lanes);
        const candidate = getLanes(gate + 2 * wide, lanes);
        const output = getLanes(gate + 3 * wide, lanes);
        const out = getLanes(squashed + at, lanes);
        const gradient = getLanes(dh + at, lanes);
        const throughH = f32x4.mul(f32x4.mul(gradient, output), slope(out, activation, 0));
        const d = f32x4.add(getLanes(dc + at, lanes), throughH);
        setLanes(gate, f32x4.mul(f32x4.mul(d, candidate), slope(input, gateActivation, 0)), lanes);
        const dForget = f32x4.mul(d, getLanes(cBefore + at, lanes));
        setLanes(gate + wide, f32x4.mul(dForget, slope(forget, gateActivation, 0)), lanes);
        setLanes(gate + 2 * wide, f32x4.mul(f32x4.mul(d, input), slope(candidate, activation, 0)), lanes);
        setLanes(
          gate + 3 * wide,
          f32x4.mul(f32x4.mul(gradient, out), slope(output, gateActivation, 0)),
          lanes,
        );
        setLanes(dc + at, f32x4.mul(d, forget), lanes);
        i += lanes;
      }
      fillZeros(dh, units);
    }
    gates += 4 * wide;
    cBefore += wide;
    squashed += wide;
    dh += wide;
    dc += wide;
  }
}
