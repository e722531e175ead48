import type { Heap } from '../heap.ts';
import type { Address } from '../address.ts';
import type { Arena } from './arena.ts';
import type { Graph, Use } from './graph.ts';
import type { Value, Weight } from './part.ts';

/** One use of a layer on the way back: where its gradients come from and go to. */
type Way = { use: Use; from: Address[]; unread: Copy[]; to: Address[]; sums: Copy[] };
/** `size` floats a row. */
type Copy = { to: Address; from: Address; size: number };

export type Backward = {
  /** Where the gradient of the loss is to be written for each output. */
  outputs: Address[];
  /** From there to the gradients of all weights. */
  run(rows: number): void;
};

/** A value that several layers read gets the sum of their gradients: the first writes, the others' are added. */
export function makeBackward(heap: Heap, arena: Arena, graph: Graph, rows: number): Backward {
  const learning = learningOf(graph);
  const gradients = new Map<Address, Address>();
  const gradientOf = ({ at, size }: Value): Address => {
    if (!gradients.has(at)) gradients.set(at, arena.floats(rows * size));
    return gradients.get(at)!;
  };
  const outputs = graph.outputs.map(gradientOf);
  const written = new Set(graph.outputs.map(({ at }) => at));
  const ways: Way[] = [];
  for (const use of graph.uses.toReversed()) {
    const { outputs: made } = use.part;
    // What only changes the shape has its input's gradient as its own.
    if (!made.some(({ at }) => learning.has(at)) || made[0]!.at === use.inputs[0]?.at) continue;
    const sums: Copy[] = [];
    const unread = made
      .filter(({ at }) => !written.has(at))
      .map((value) => ({ to: gradientOf(value), from: 0, size: value.size }));
    const to = use.inputs.map((value) => {
      if (!learning.has(value.at)) return 0;
      const own = gradientOf(value);
      if (!written.has(value.at)) return written.add(value.at) && own;
      const { size } = value;
      sums.push({ to: own, from: arena.floats(rows * size), size });
      return sums.at(-1)!.from;
    });
    ways.push({ use, from: made.map(gradientOf), unread, to, sums });
  }
  return { outputs, run: runner(heap, ways, repeatedOf(graph.weights)) };
}

/** Values that depend on a weight in training. */
function learningOf({ uses }: Graph): Set<Address> {
  const learning = new Set<Address>();
  for (const { part, inputs, weights } of uses) {
    if (weights.some(({ gradient }) => gradient) || inputs.some(({ at }) => learning.has(at)))
      for (const { at } of part.outputs) learning.add(at);
  }
  return learning;
}

/** Weights that several uses of a layer share: the gradients of the later ones are added to the first. */
function repeatedOf(weights: readonly Weight[]): Copy[] {
  const first = new Map<unknown, Weight>();
  const repeated: Copy[] = [];
  for (const weight of weights) {
    const { variable, gradient, size } = weight;
    const before = first.get(variable);
    if (!before) first.set(variable, weight);
    else if (gradient) repeated.push({ to: before.gradient, from: gradient, size });
  }
  return repeated;
}

function runner({ kernels, floats }: Heap, ways: readonly Way[], repeated: readonly Copy[]) {
  return (rows: number): void => {
    for (const { use, from, unread, to, sums } of ways) {
      for (const { to: at, size } of unread) floats().fill(0, at / 4, at / 4 + rows * size);
      use.part.backward(rows, from, to);
      for (const sum of sums) kernels.addFloats(sum.to, sum.from, rows * sum.size);
    }
    for (const { to, from, size } of repeated) kernels.addFloats(to, from, size);
  };
}
