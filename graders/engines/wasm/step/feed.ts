import type { Heap } from '../heap.ts';
import type { Compiled } from './compiled.ts';
import type { Ins } from './internals.ts';
import { convertTarget } from './targets.ts';

/** Puts `rows` rows into place, those whose numbers stand at `indices` (an address). */
export function feedRows(heap: Heap, compiled: Compiled, ins: Ins, indices: number, rows: number): void {
  const { inputs } = compiled.graph;
  const { kernels, address } = heap;
  const copy = (i: number, size: number, to: number) =>
    kernels.gatherRows(rows, indices, ins[i]!.shape[0]!, size, address(ins[i]!), to);
  inputs.forEach(({ size, at }, i) => copy(i, size, at));
  compiled.targets.forEach((target, i) => {
    copy(inputs.length + i, target.size, target.at);
    convertTarget(heap, target, rows);
    if (target.weights) copy(inputs.length + compiled.targets.length + i, 1, target.weights);
  });
}

/** The same for rows that follow each other. Without weights: only training has them. */
export function feedRun(heap: Heap, compiled: Compiled, ins: Ins, start: number, rows: number): void {
  const { inputs } = compiled.graph;
  const copy = (i: number, size: number, to: number) =>
    heap.kernels.copyFloats(to, heap.address(ins[i]!) + 4 * start * size, rows * size);
  inputs.forEach(({ size, at }, i) => copy(i, size, at));
  compiled.targets.forEach((target, i) => {
    copy(inputs.length + i, target.size, target.at);
    convertTarget(heap, target, rows);
  });
}
