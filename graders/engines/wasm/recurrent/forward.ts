import type { Address } from '../address.ts';
import type { Heap } from '../heap.ts';
import type { CurveNumber } from '../curves.ts';
import { partsOf, withPacked, type Product } from './products.ts';
import { frameAt, GATES, type Frame, type Memory, type Recurrence } from './recurrence.ts';

/** What a layer is given, as addresses; 0 for what it has not. Shapes as tfjs has them, rows of the batch first. */
export type Given = {
  /** [batch, steps, inputs] */
  x: Address;
  /** [inputs, gates · units] */
  kernel: Address;
  /** [units, gates · units] */
  recurrentKernel: Address;
  /** [gates · units]; of a GRU that resets after the product [2, gates · units], that of the inputs first. */
  bias: Address;
  /** The state before the first step, [batch, units]; zeros where there is none. */
  h: Address;
  c: Address;
  /** [batch, steps], 0 where a sample keeps its state. */
  mask: Address;
  /** [batch, inputs] and [batch, units]. */
  inputDropout: Address;
  stateDropout: Address;
};

/** Runs all steps. The states are then in `memory`. */
export function runForward(heap: Heap, recurrence: Recurrence, memory: Memory, given: Given): void {
  const { cell, batch, steps, units } = recurrence;
  prepare(heap, recurrence, memory, given);
  const width = GATES[cell] * units;
  const matrices = partsOf(recurrence).map(({ first, columns }) => {
    const at = given.recurrentKernel + 4 * first;
    return { inner: units, columns, at, rowStep: width, columnStep: 1 };
  });
  const stateBias = given.bias && given.bias + 4 * width;
  withPacked(heap, batch, matrices, (...products) => {
    for (let step = 0; step < steps; step++) {
      const frame = frameAt(recurrence, memory, step);
      if (recurrence.dropsState)
        heap.kernels.multiplyFloats(batch * units, frame.hBefore, memory.stateDropout, frame.seen);
      STEPS[cell](heap, recurrence, frame, products, stateBias);
    }
  });
}

/** Inputs in order of time, thinned by dropout, and their products with the weights; the first states. */
function prepare(heap: Heap, recurrence: Recurrence, memory: Memory, given: Given): void {
  const { kernels } = heap;
  const { cell, batch, steps, inputs, units, goesBackwards } = recurrence;
  kernels.toTimeMajor(batch, steps, inputs, given.x, memory.inputs, goesBackwards);
  if (recurrence.isMasked) kernels.toTimeMajor(batch, steps, 1, given.mask, memory.mask, goesBackwards);
  if (recurrence.dropsInputs) {
    copyOrClear(heap, given.inputDropout, memory.inputDropout, batch * inputs);
    for (let step = 0; step < steps; step++) {
      const at = memory.inputs + 4 * step * batch * inputs;
      kernels.multiplyFloats(batch * inputs, at, memory.inputDropout, at);
    }
  }
  if (recurrence.dropsState) copyOrClear(heap, given.stateDropout, memory.stateDropout, batch * units);
  const width = GATES[cell] * units;
  const room = heap.scratch(kernels.gemmScratch(width, inputs));
  // prettier-ignore
  kernels.gemm(
    steps * batch, width, inputs, memory.inputs, inputs, 1, given.kernel, width, 1,
    memory.gates, width, given.bias, 0, 0, room,
  );
  copyOrClear(heap, given.h, memory.states, batch * units);
  if (cell === 'lstm') copyOrClear(heap, given.c, memory.carries, batch * units);
}

/** From address 0: zeros. */
export function copyOrClear(heap: Heap, from: Address, to: Address, count: number): void {
  const [source, target] = [from / 4, to / 4];
  if (from) heap.floats().copyWithin(target, source, source + count);
  else heap.floats().fill(0, target, target + count);
}

type Step = (
  heap: Heap,
  recurrence: Recurrence,
  frame: Frame,
  products: Product[],
  stateBias: Address,
) => void;

/** The gates come in as inputs·weights + bias. */
const STEPS: Record<Recurrence['cell'], Step> = {
  lstm: ({ kernels }, recurrence, frame, [multiply]) => {
    const { batch, units, activation, gateActivation } = recurrence;
    const { gates, seen, cBefore, cAfter, extra, hBefore, hAfter, mask } = frame;
    const activate = (first: number, count: number, kind: CurveNumber) =>
      kernels.activateColumns(batch, count * units, 4 * units, gates + 4 * first * units, kind);
    multiply!(seen, units, gates, 4 * units, 1);
    activate(0, 2, gateActivation);
    activate(2, 1, activation);
    activate(3, 1, gateActivation);
    kernels.lstmStep(batch, units, gates, cBefore, cAfter, extra, hBefore, hAfter, mask, activation);
  },
  gru: ({ kernels }, { batch, units, activation, gateActivation }, frame, [multiply, multiplyCandidate]) => {
    const { gates, seen, extra, hBefore, hAfter, mask } = frame;
    const candidate = gates + 8 * units;
    multiply!(seen, units, gates, 3 * units, 1);
    kernels.activateColumns(batch, 2 * units, 3 * units, gates, gateActivation);
    kernels.gruReset(batch, units, gates, seen, extra);
    multiplyCandidate!(extra, units, candidate, 3 * units, 1);
    kernels.activateColumns(batch, units, 3 * units, candidate, activation);
    kernels.gruStep(batch, units, gates, seen, hBefore, hAfter, mask);
  },
  gruResetAfter: ({ kernels }, recurrence, frame, [multiply, multiplyCandidate], stateBias) => {
    const { batch, units, activation, gateActivation } = recurrence;
    const { gates, seen, extra, hBefore, hAfter, mask } = frame;
    multiply!(seen, units, gates, 3 * units, 1, stateBias);
    kernels.activateColumns(batch, 2 * units, 3 * units, gates, gateActivation);
    multiplyCandidate!(seen, units, extra, units, 0, stateBias && stateBias + 8 * units);
    kernels.gruResetAfter(batch, units, gates, extra);
    kernels.activateColumns(batch, units, 3 * units, gates + 8 * units, activation);
    kernels.gruStep(batch, units, gates, seen, hBefore, hAfter, mask);
  },
  simpleRNN: ({ kernels }, { batch, units, activation }, frame, [multiply]) => {
    const { gates, seen, hBefore, hAfter, mask } = frame;
    multiply!(seen, units, gates, units, 1);
    kernels.activateColumns(batch, units, units, gates, activation);
    kernels.simpleStep(batch, units, gates, hBefore, hAfter, mask);
  },
};
