import { activated } from './activations';
import { bytes, getLanes, lanesAt, setLanes } from './lanes';

/**
 * What the cells of recurrent layers do beside their matrix products, for one step of time: rows are samples, `units` values each.
 * `gates`: rows of all gates side by side, already activated in place by `activateColumns`; a backward kernel leaves in their place the
 * gradients before the activation. `mask`: one float per row, 0 where the row keeps its state in this step; address 0: no row does.
 * `dh` comes in as the gradient of the state after the step and goes out as the part that passed by the cell, of masked rows;
 * `direct` goes out as what reached the state before it through the cell other than by the products.
 */

export function isMasked(mask: usize, row: i32): bool {
  return mask != 0 && load<f32>(mask + bytes(row)) == 0;
}

/** Activates `columns` values of every row in place; `stride` floats from row to row. */
export function activateColumns(rows: i32, columns: i32, stride: i32, at: usize, activation: i32): void {
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < columns;) {
      const lanes = lanesAt(i, columns);
      const p = at + bytes(i);
      setLanes(p, activated(getLanes(p, lanes), activation, 0), lanes);
      i += lanes;
    }
    at += bytes(stride);
  }
}
