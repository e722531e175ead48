import type { Address } from '../address.ts';
import type { Heap } from '../heap.ts';
import { copyOrClear } from './forward.ts';
import { partsOf, withPacked, type Product } from './products.ts';
import { frameAt, GATES, type Frame, type Memory, type Recurrence } from './recurrence.ts';

/** Gradients of what came out, 0 for none: of y, [batch, steps, units] or with `isLast` [batch, units]; of the final states. */
export type Upstream = { y: Address; isLast: boolean; h: Address; c: Address };
/** Where the gradients of the first states go; 0 where nobody asks. */
export type FirstStates = { h: Address; c: Address };

/** What one step back works on, each [batch, units]. */
type Work = { dh: Address; dc: Address; direct: Address; product: Address };

/**
 * Goes back through all steps. The gates in `memory` become the gradients before their activation, from which `gradients.ts` computes
 * those of weights and inputs. Once for each forward pass.
 */
export function runBackward(
  heap: Heap,
  recurrence: Recurrence,
  memory: Memory,
  recurrentKernel: Address,
  upstream: Upstream,
  first: FirstStates,
): void {
  const { cell, batch, units } = recurrence;
  const width = GATES[cell] * units;
  const state = 4 * batch * units;
  const at = heap.allocate(4 * state);
  const work = { dh: at, dc: at + state, direct: at + 2 * state, product: at + 3 * state };
  const transposed = partsOf(recurrence).map(({ first, columns }) => {
    return { inner: columns, columns: units, at: recurrentKernel + 4 * first, rowStep: 1, columnStep: width };
  });
  try {
    begin(heap, recurrence, upstream, work);
    withPacked(heap, batch, transposed, (...products) =>
      goBack(heap, recurrence, memory, upstream, work, products),
    );
    if (first.h) heap.kernels.copyFloats(first.h, work.dh, batch * units);
    if (first.c) heap.kernels.copyFloats(first.c, work.dc, batch * units);
  } finally {
    heap.free(at);
  }
}

function begin(heap: Heap, { batch, units }: Recurrence, { y, isLast, h, c }: Upstream, work: Work): void {
  copyOrClear(heap, h, work.dh, batch * units);
  copyOrClear(heap, c, work.dc, batch * units);
  if (y && isLast) heap.kernels.addFloats(work.dh, y, batch * units);
}

function goBack(
  heap: Heap,
  recurrence: Recurrence,
  memory: Memory,
  { y, isLast }: Upstream,
  work: Work,
  products: Product[],
): void {
  const { kernels } = heap;
  const { cell, batch, steps, units } = recurrence;
  for (let step = steps - 1; step >= 0; step--) {
    if (y && !isLast) kernels.addStridedRows(batch, units, steps * units, y + 4 * step * units, work.dh);
    STEPS_BACK[cell](heap, recurrence, frameAt(recurrence, memory, step), work, products);
    const { direct, dh } = work;
    if (recurrence.dropsState) kernels.multiplyFloats(batch * units, direct, memory.stateDropout, direct);
    kernels.addFloats(dh, direct, batch * units);
  }
}

/** Leaves in `direct` the whole gradient of the state that the cell saw. */
type StepBack = (heap: Heap, recurrence: Recurrence, frame: Frame, work: Work, products: Product[]) => void;

const STEPS_BACK: Record<Recurrence['cell'], StepBack> = {
  lstm: ({ kernels }, recurrence, { gates, cBefore, extra, mask }, { dh, dc, direct }, [multiply]) => {
    const { batch, units, activation, gateActivation } = recurrence;
    // prettier-ignore
    kernels.lstmStepBack(
      batch, units, gates, cBefore, extra, dh, dc, direct, mask, activation, gateActivation,
    );
    multiply!(gates, 4 * units, direct, units, 1);
  },
  gru: ({ kernels }, recurrence, { gates, seen, mask }, work, [multiply, multiplyCandidate]) => {
    const { batch, units, activation, gateActivation } = recurrence;
    const { dh, direct, product } = work;
    kernels.gruStepBack(batch, units, gates, seen, dh, direct, mask, activation, gateActivation);
    multiplyCandidate!(gates + 8 * units, 3 * units, product, units, 0);
    kernels.gruResetBack(batch, units, gates, seen, product, direct, gateActivation);
    multiply!(gates, 3 * units, direct, units, 1);
  },
  gruResetAfter: ({ kernels }, recurrence, frame, { dh, direct }, [multiply, multiplyCandidate]) => {
    const { batch, units, activation, gateActivation } = recurrence;
    const { gates, seen, extra, mask } = frame;
    kernels.gruStepBack(batch, units, gates, seen, dh, direct, mask, activation, gateActivation);
    kernels.gruResetAfterBack(batch, units, gates, extra, gateActivation);
    multiplyCandidate!(extra, units, direct, units, 1);
    multiply!(gates, 3 * units, direct, units, 1);
  },
  simpleRNN: ({ kernels }, { batch, units, activation }, { gates, mask }, { dh, direct }, [multiply]) => {
    kernels.simpleStepBack(batch, units, gates, dh, direct, mask, activation);
    multiply!(gates, units, direct, units, 1);
  },
};
