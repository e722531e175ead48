import type { Symbolic } from './internals.ts';

/**
 * What is computed between the inputs and the outputs of a model, in the order of tfjs: layers that draw at random must draw in turn.
 * tfjs goes through the graph from each output in turn, depth first, beginning at the last input of a layer.
 */
export function orderOf(inputs: readonly Symbolic[], outputs: readonly Symbolic[]): Symbolic[] {
  const order = new Map<string, Symbolic>();
  for (const output of outputs) {
    const seen = new Set(inputs.map(({ name }) => name));
    const visit = (value: Symbolic): void => {
      if (seen.has(value.name)) return;
      for (const input of value.inputs.toReversed()) visit(input);
      seen.add(value.name);
      if (!order.has(value.name)) order.set(value.name, value);
    };
    visit(output);
  }
  return [...order.values()];
}
