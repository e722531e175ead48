import type { Address } from '../address.ts';
import type { CurveNumber } from '../curves.ts';

/** Gates of each cell, side by side in its weights. `gruResetAfter`: Keras's default; `gru` resets before the product, as tfjs does. */
export const GATES = { lstm: 4, gru: 3, gruResetAfter: 3, simpleRNN: 1 } as const;
export type Cell = keyof typeof GATES;

/** A recurrent layer on a batch: `steps` of `inputs` values each, `units` of state. */
export type Recurrence = {
  cell: Cell;
  batch: number;
  steps: number;
  inputs: number;
  units: number;
  activation: CurveNumber;
  gateActivation: CurveNumber;
  /** Reads the steps from the last to the first; what comes out is in the order in which it was computed. */
  goesBackwards: boolean;
  isMasked: boolean;
  /** Whether inputs, and the state that the cell sees, are multiplied with a mask that is the same in all steps. */
  dropsInputs: boolean;
  dropsState: boolean;
};

/**
 * What the forward pass leaves for the backward one, time before batch, so that a step's rows lie together.
 * `states`, `carries`: [steps + 1, batch, units], the first ones those that came in; the last ones are the final states.
 */
export type Memory = {
  inputs: Address;
  /** Activated gates [steps, batch, gates · units]; after the backward pass the gradients before the activation. */
  gates: Address;
  states: Address;
  /** Of an LSTM: c. */
  carries: Address;
  /** [steps, batch, units], of an LSTM activation(c), of a GRU the reset state or, reset after, the product for the candidate. */
  extra: Address;
  /** The state before each step as the cell sees it: thinned by dropout, or `states` itself. */
  seen: Address;
  /** [steps, batch], 0 where a sample keeps its state; address 0 without mask. */
  mask: Address;
  inputDropout: Address;
  stateDropout: Address;
};

function sizes({ cell, batch, steps, inputs, units, ...has }: Recurrence): Record<keyof Memory, number> {
  const state = batch * units;
  return {
    inputs: steps * batch * inputs,
    gates: steps * state * GATES[cell],
    states: (steps + 1) * state,
    carries: cell === 'lstm' ? (steps + 1) * state : 0,
    extra: cell === 'simpleRNN' ? 0 : steps * state,
    seen: has.dropsState ? steps * state : 0,
    mask: has.isMasked ? steps * batch : 0,
    inputDropout: has.dropsInputs ? batch * inputs : 0,
    stateDropout: has.dropsState ? state : 0,
  };
}

/** Floats that the forward pass needs to keep. */
export const memorySize = (recurrence: Recurrence): number =>
  Object.values(sizes(recurrence)).reduce((sum, size) => sum + size, 0);

/** The parts of such memory; 0 for those that this recurrence does not have. */
export function memoryAt(recurrence: Recurrence, address: Address): Memory {
  let next = address;
  const parts = Object.entries(sizes(recurrence)).map(([name, size]) => {
    const at = size ? next : 0;
    next += 4 * size;
    return [name, at];
  });
  const memory = Object.fromEntries(parts) as Memory;
  return recurrence.dropsState ? memory : { ...memory, seen: memory.states };
}

/** The addresses that one step works on. */
export type Frame = {
  gates: Address;
  extra: Address;
  seen: Address;
  mask: Address;
  hBefore: Address;
  hAfter: Address;
  cBefore: Address;
  cAfter: Address;
};

export function frameAt({ cell, batch, units }: Recurrence, memory: Memory, step: number): Frame {
  const state = 4 * batch * units;
  return {
    gates: memory.gates + step * state * GATES[cell],
    extra: memory.extra + step * state,
    seen: memory.seen + step * state,
    mask: memory.mask && memory.mask + step * 4 * batch,
    hBefore: memory.states + step * state,
    hAfter: memory.states + (step + 1) * state,
    cBefore: memory.carries + step * state,
    cAfter: memory.carries + (step + 1) * state,
  };
}
