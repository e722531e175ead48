import { slope } from './activations';
import { isMasked } from './cell-rows';
import { bytes, copyFloats, fillZeros, getLanes, lanesAt, setLanes } from './lanes';

// What `gates`, `mask`, `dh` and `direct` are stands in `cell-rows.ts`.

/** h ← gate, or the state before where the row is masked. */
export function simpleStep(
  rows: i32,
  units: i32,
  gates: usize,
  hBefore: usize,
  hAfter: usize,
  mask: usize,
): void {
  for (let row = 0; row < rows; row++) {
    const at = bytes(row * units);
    copyFloats(hAfter + at, (isMasked(mask, row) ? hBefore : gates) + at, units);
  }
}

export function simpleStepBack(
  rows: i32,
  units: i32,
  gates: usize,
  dh: usize,
  direct: usize,
  mask: usize,
  activation: i32,
): void {
  const wide = bytes(units);
  fillZeros(direct, rows * units);
  for (let row = 0; row < rows; row++) {
    if (isMasked(mask, row)) fillZeros(gates, units);
    else {
      for (let i = 0; i < units;) {
        const lanes = lanesAt(i, units);
        const at = bytes(i);
        setLanes(
          gates + at,
          f32x4.mul(getLanes(dh + at, lanes), slope(getLanes(gates + at, lanes), activation, 0)),
          lanes,
        );
        i += lanes;
      }
      fillZeros(dh, units);
    }
    gates += wide;
    dh += wide;
  }
}
