import { CURVES } from '../../curves.ts';
import { GATES, type Recurrence } from '../recurrence.ts';

/** Values in the order in which tensors hold them. */
export type Values = {
  x: number[];
  kernel: number[];
  recurrentKernel: number[];
  bias: number[];
  h: number[];
  c: number[];
  mask: number[];
  inputDropout: number[];
  stateDropout: number[];
};

const ACTIVATE: Record<number, (x: number) => number> = {
  [CURVES.linear]: (x) => x,
  [CURVES.relu]: (x) => Math.max(x, 0),
  [CURVES.sigmoid]: (x) => 1 / (1 + Math.exp(-x)),
  [CURVES.tanh]: Math.tanh,
  [CURVES.hardSigmoid]: (x) => Math.min(Math.max(0.5 + 0.2 * x, 0), 1),
};

/**
 * A recurrent layer as textbooks write it, value by value in double precision: what the kernels are compared with. Gives the outputs of
 * all steps, [batch, steps, units], then the final states.
 */
export function computeReference(recurrence: Recurrence, values: Values): number[][] {
  const { cell, batch, steps, units, goesBackwards } = recurrence;
  const [y, h, c] = [Array.from({ length: batch * steps * units }, () => NaN), [...values.h], [...values.c]];
  for (let b = 0; b < batch; b++) {
    for (let step = 0; step < steps; step++) {
      const time = goesBackwards ? steps - 1 - step : step;
      if (!recurrence.isMasked || values.mask[b * steps + time] !== 0)
        stepOf(recurrence, values, b, time, h, c);
      for (let u = 0; u < units; u++) y[(b * steps + step) * units + u] = h[b * units + u]!;
    }
  }
  return [y, h, ...(cell === 'lstm' ? [c] : [])];
}

/** Changes the states of sample `b`. */
function stepOf(r: Recurrence, v: Values, b: number, time: number, h: number[], c: number[]): void {
  const width = GATES[r.cell] * r.units;
  const act = ACTIVATE[r.activation]!;
  const gate = ACTIVATE[r.gateActivation]!;
  const thin = (value: number, masks: number[], at: number, isOn: boolean) =>
    isOn ? value * masks[at]! : value;
  const x = range(r.inputs).map((i) =>
    thin(v.x[(b * r.steps + time) * r.inputs + i]!, v.inputDropout, b * r.inputs + i, r.dropsInputs),
  );
  const seen = range(r.units).map((u) =>
    thin(h[b * r.units + u]!, v.stateDropout, b * r.units + u, r.dropsState),
  );
  const fromInput = (column: number) => dot(x, v.kernel, width, column) + (v.bias[column] ?? 0);
  const fromState = (state: number[], column: number) => dot(state, v.recurrentKernel, width, column);
  const both = (g: number, u: number, state = seen) =>
    fromInput(g * r.units + u) + fromState(state, g * r.units + u);
  const stateBias = (g: number, u: number) => v.bias[width + g * r.units + u]!;
  const resets = r.cell === 'gru' ? range(r.units).map((u) => gate(both(1, u)) * seen[u]!) : [];
  for (let u = 0; u < r.units; u++) {
    const at = b * r.units + u;
    if (r.cell === 'simpleRNN') h[at] = act(both(0, u));
    if (r.cell === 'lstm') {
      c[at] = gate(both(1, u)) * c[at]! + gate(both(0, u)) * act(both(2, u));
      h[at] = gate(both(3, u)) * act(c[at]);
    }
    if (r.cell === 'gru') {
      const update = gate(both(0, u));
      h[at] = update * seen[u]! + (1 - update) * act(both(2, u, resets));
    }
    if (r.cell === 'gruResetAfter') {
      const [update, reset] = [gate(both(0, u) + stateBias(0, u)), gate(both(1, u) + stateBias(1, u))];
      const product = fromState(seen, 2 * r.units + u) + stateBias(2, u);
      h[at] = update * seen[u]! + (1 - update) * act(fromInput(2 * r.units + u) + reset * product);
    }
  }
}

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const dot = (row: number[], matrix: number[], width: number, column: number): number =>
  row.reduce((sum, value, i) => sum + value * matrix[i * width + column]!, 0);
