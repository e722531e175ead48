import type { Address } from '../address.ts';
import type { Heap } from '../heap.ts';
import { GATES, type Memory, type Recurrence } from './recurrence.ts';

// Gradients of weights and inputs, after `runBackward`. Each fills `to`, which has the shape of what it is the gradient of.

export function kernelGradient(heap: Heap, recurrence: Recurrence, memory: Memory, to: Address): void {
  const { cell, batch, steps, inputs, units } = recurrence;
  const width = GATES[cell] * units;
  multiplyTransposed(heap, inputs, width, steps * batch, memory.inputs, memory.gates, width, to, width);
}

export function recurrentKernelGradient(
  heap: Heap,
  recurrence: Recurrence,
  memory: Memory,
  to: Address,
): void {
  const { cell, batch, steps, units } = recurrence;
  const [width, rows] = [GATES[cell] * units, steps * batch];
  const { seen, gates, extra } = memory;
  if (cell === 'lstm' || cell === 'simpleRNN')
    return multiplyTransposed(heap, units, width, rows, seen, gates, width, to, width);
  multiplyTransposed(heap, units, 2 * units, rows, seen, gates, width, to, width);
  const candidate = to + 8 * units;
  if (cell === 'gru')
    multiplyTransposed(heap, units, units, rows, extra, gates + 8 * units, width, candidate, width);
  else multiplyTransposed(heap, units, units, rows, seen, extra, units, candidate, width);
}

/** c [columnsA, columnsB] = aᵀ·b */
function multiplyTransposed(
  { kernels, scratch }: Heap,
  columnsA: number,
  columnsB: number,
  rows: number,
  a: Address,
  b: Address,
  rowOfB: number,
  c: Address,
  rowOfC: number,
): void {
  const room = scratch(kernels.gemmScratch(columnsB, rows));
  // prettier-ignore
  kernels.gemm(columnsA, columnsB, rows, a, 1, columnsA, b, rowOfB, 1, c, rowOfC, 0, 0, 0, room);
}

export function biasGradient({ kernels }: Heap, recurrence: Recurrence, memory: Memory, to: Address): void {
  const { cell, batch, steps, units } = recurrence;
  const [width, rows] = [GATES[cell] * units, steps * batch];
  kernels.sumRows(rows, width, memory.gates, to);
  if (cell !== 'gruResetAfter') return;
  // Update and reset add the products of inputs and state; the candidate resets that of the state first.
  const stateBias = to + 4 * width;
  kernels.copyFloats(stateBias, to, 2 * units);
  kernels.sumRows(rows, units, memory.extra, stateBias + 8 * units);
}

export function inputGradient(
  { kernels, allocate, free, scratch }: Heap,
  recurrence: Recurrence,
  memory: Memory,
  kernel: Address,
  to: Address,
): void {
  const { cell, batch, steps, inputs, units, goesBackwards } = recurrence;
  const [width, rows] = [GATES[cell] * units, steps * batch];
  const inTime = allocate(4 * rows * inputs);
  const room = scratch(kernels.gemmScratch(inputs, width));
  // prettier-ignore
  kernels.gemm(
    rows, inputs, width, memory.gates, width, 1, kernel, 1, width, inTime, inputs, 0, 0, 0, room,
  );
  for (let step = 0; step < steps && recurrence.dropsInputs; step++) {
    const at = inTime + 4 * step * batch * inputs;
    kernels.multiplyFloats(batch * inputs, at, memory.inputDropout, at);
  }
  kernels.toBatchMajor(batch, steps, inputs, inTime, to, goesBackwards);
  free(inTime);
}
