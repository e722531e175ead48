import type { Address } from '../address.ts';
import type { Heap } from '../heap.ts';
import { GATES, type Recurrence } from './recurrence.ts';

/** A matrix packed once for all steps: c (+)= a·B + bias for rows of a batch. `strideA`, `strideC`: floats from row to row. */
export type Product = (
  a: Address,
  strideA: number,
  c: Address,
  strideC: number,
  accumulate: 0 | 1,
  bias?: Address,
) => void;

/** Packs matrices, hands products with them to `act`, and frees them. */
export function withPacked(
  { kernels, allocate, free, scratch }: Heap,
  rows: number,
  matrices: { inner: number; columns: number; at: Address; rowStep: number; columnStep: number }[],
  act: (...products: Product[]) => void,
): void {
  const packed: Address[] = [];
  try {
    const products = matrices.map(({ inner, columns, at, rowStep, columnStep }): Product => {
      const to = allocate(kernels.packedSize(inner, columns));
      packed.push(to);
      kernels.packMatrix(inner, columns, at, rowStep, columnStep, to);
      const room = () => scratch(kernels.gemmScratch(columns, 0));
      return (a, strideA, c, strideC, accumulate, bias = 0) =>
        // prettier-ignore
        kernels.gemmPacked(rows, columns, inner, a, strideA, to, c, strideC, bias, accumulate, room());
    });
    act(...products);
  } finally {
    packed.forEach(free);
  }
}

/**
 * The parts of the recurrent weights by which a step multiplies: one for all gates, or of a GRU that for update and reset and that for
 * the candidate. `first`: the column where a part begins.
 */
export function partsOf({ cell, units }: Recurrence): { first: number; columns: number }[] {
  const isSplit = cell === 'gru' || cell === 'gruResetAfter';
  if (!isSplit) return [{ first: 0, columns: GATES[cell] * units }];
  return [
    { first: 0, columns: 2 * units },
    { first: 2 * units, columns: units },
  ];
}
