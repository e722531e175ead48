import * as tf from '@tensorflow/tfjs';
import type { OutputFacts } from '#lib/core/assignments/facts.ts';

/**
 * What a model's graph says that its list of layers does not. A node is one use of a layer; a nested model is one node, looked
 * into where needed. The first layer of a nested model that opens a Sequential belongs to the outer graph already.
 */
type Node = { layer: tf.layers.Layer; inputs: Node[]; size: number | null };

export type GraphFacts = { outputs: OutputFacts[]; sharedLayers: number; bottleneck: number | null };

export function graphFacts(model: tf.LayersModel): GraphFacts {
  const ends = endsOf(model);
  const seen = ends.map((end) => ancestors(end));
  const shared = [...seen[0]!].filter((node) => seen.every((each) => each.has(node)));
  const layers = new Set(shared.map(({ layer }) => layer));
  return {
    outputs: ends.map(({ layer }, i) => outputFacts(layer, model.outputs[i]!.shape)),
    sharedLayers: ends.length < 2 ? 0 : [...layers].flatMap(weighted).length,
    bottleneck: bottleneckOf(model),
  };
}

function endsOf(model: tf.LayersModel): Node[] {
  const known = new Map<string, Node>();
  const nodeOf = ({ sourceLayer: layer, nodeIndex }: tf.SymbolicTensor): Node => {
    const key = `${layer.id}/${nodeIndex}`;
    const found = known.get(key);
    if (found) return found;
    const use = layer.inboundNodes[nodeIndex]!;
    const node: Node = { layer, inputs: [], size: sizeOf(use.outputShapes) };
    known.set(key, node);
    // An input layer's own use lists its tensor as input.
    if (layer.getClassName() !== 'InputLayer') node.inputs = use.inputTensors.map(nodeOf);
    return node;
  };
  return model.outputs.map(nodeOf);
}

/** The node itself, and all that its value depends on, without going through `closed`. */
function ancestors(end: Node, closed: Node | null = null): Set<Node> {
  const reached = new Set<Node>();
  for (const open = [end]; open.length > 0;) {
    const node = open.pop()!;
    if (node === closed || reached.has(node)) continue;
    reached.add(node);
    open.push(...node.inputs);
  }
  return reached;
}

/** The least number of values in one place that all paths from input to output go through; null where every place is of free size. */
function bottleneckOf(model: tf.LayersModel): number | null {
  const ends = endsOf(model);
  const nodes = new Set(ends.flatMap((end) => [...ancestors(end)]));
  const isStart = ({ inputs }: Node) => inputs.length === 0;
  const dominates = (node: Node) =>
    !isStart(node) && !ends.some((end) => [...ancestors(end, node)].some(isStart));
  const sizes = [...nodes].filter(dominates).flatMap(({ layer, size }) => {
    const inner = layer instanceof tf.LayersModel ? bottleneckOf(layer) : null;
    return [size, inner].filter((each) => each !== null);
  });
  return sizes.length > 0 ? Math.min(...sizes) : null;
}

/** Values of one row; null where an axis is free. */
function sizeOf(shapes: tf.Shape | tf.Shape[]): number | null {
  const all = (Array.isArray(shapes[0]) ? shapes : [shapes]) as tf.Shape[];
  const sides = all.map((shape) => shape.slice(1));
  if (sides.flat().some((side) => side === null)) return null;
  return sides.reduce((sum, shape) => sum + shape.reduce<number>((a, b) => a * b!, 1), 0);
}

const weighted = (layer: tf.layers.Layer): tf.layers.Layer[] => {
  if (layer instanceof tf.LayersModel) return layer.layers.flatMap(weighted);
  return layer.weights.length > 0 ? [layer] : [];
};

function outputFacts(layer: tf.layers.Layer, shape: tf.Shape): OutputFacts {
  if (layer instanceof tf.LayersModel) return outputFacts(layer.layers.at(-1)!, shape);
  const { activation } = layer.getConfig() as { activation?: unknown };
  return {
    className: layer.getClassName(),
    activation: typeof activation === 'string' ? activation : null,
    units: shape.at(-1) ?? null,
  };
}
