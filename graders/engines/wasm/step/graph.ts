import type { Heap } from '../heap.ts';
import type { Address } from '../address.ts';
import type { Arena } from './arena.ts';
import type { Layer, Model, Symbolic, Variable } from './internals.ts';
import { compilerOf } from './layers/table.ts';
import { orderOf } from './order.ts';
import type { Part, Site, Value, Weight } from './part.ts';
import { sizeOf } from './part.ts';
import { refuse } from './plain-path.ts';

/** One use of a layer in the graph. */
export type Use = { layer: Layer; part: Part; inputs: Value[]; weights: Weight[] };

/** A model over fixed memory. */
export type Graph = { inputs: Value[]; outputs: Value[]; uses: Use[]; weights: Weight[] };

/** What the rows of an input look like. */
export type Sample = { shape: readonly number[]; dtype: string };

/** The uses of a model's layers on memory for `rows` rows, `trained`: weights that get a gradient. Refuses what it cannot do. */
export function makeGraph(
  heap: Heap,
  arena: Arena,
  model: Model,
  samples: readonly Sample[],
  rows: number,
  trained: ReadonlySet<Variable>,
): Graph {
  const values = new Map<string, Value>();
  const inputs = samples.map((sample, i) => {
    const value = inputValue(arena, sample, rows);
    values.set(model.inputs[i]!.name, value);
    return value;
  });
  const uses: Use[] = [];
  for (const symbolic of orderOf(model.inputs, model.outputs)) {
    if (values.has(symbolic.name)) continue;
    const use = makeUse(makeSite(heap, arena, rows, trained), symbolic, values);
    outputsOf(symbolic).forEach(({ name }, i) => values.set(name, use.part.outputs[i]!));
    uses.push(use);
  }
  const outputs = model.outputs.map(({ name }) => values.get(name)!);
  if (new Set(outputs.map(({ at }) => at)).size < outputs.length) refuse('outputs that are one value');
  return { inputs, outputs, uses, weights: uses.flatMap(({ weights }) => weights) };
}

function inputValue(arena: Arena, { shape, dtype }: Sample, rows: number): Value {
  if (dtype !== 'float32' && dtype !== 'int32') refuse(`inputs of type ${dtype}`);
  const size = sizeOf(shape);
  return { shape, size, at: arena.floats(rows * size), isWhole: dtype === 'int32' };
}

function makeUse(
  site: Site & { weights: Weight[] },
  symbolic: Symbolic,
  values: ReadonlyMap<string, Value>,
): Use {
  const layer = symbolic.sourceLayer;
  const inputs = symbolic.inputs.map(({ name }) => values.get(name)!);
  const compile = compilerOf(layer);
  if (inputs.some(({ isWhole }) => isWhole) && layer.getClassName() !== 'Embedding')
    refuse(`whole numbers into ${layer.getClassName()}`);
  return { layer, part: compile(site, layer, inputs), inputs, weights: site.weights };
}

function makeSite(heap: Heap, arena: Arena, rows: number, trained: ReadonlySet<Variable>) {
  const weights: Weight[] = [];
  const floats = (count: number): Address => arena.floats(count);
  const weight = (variable: Variable): Weight => {
    const { size, dtype } = variable.read();
    if (dtype !== 'float32') refuse(`weights of type ${dtype}`);
    const made = { variable, size, at: 0, gradient: trained.has(variable) ? floats(size) : 0 };
    weights.push(made);
    return made;
  };
  const value = (shape: readonly number[]): Value => {
    const size = sizeOf(shape);
    return { shape, size, at: floats(rows * size) };
  };
  return { heap, rows, floats, value, weight, weights };
}

/** All values of the use of a layer that one of them belongs to. */
function outputsOf({ sourceLayer, nodeIndex }: Symbolic): Symbolic[] {
  const node = sourceLayer.inboundNodes[nodeIndex] as { outputTensors: Symbolic[] };
  return node.outputTensors;
}
