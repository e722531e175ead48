import { LAYER_CLASSES, MODEL_CLASSES } from '#graders/protocol/layers.ts';
import { isInRange, NUMBER_MAX } from '#graders/protocol/numbers.ts';
import { BoxFailure } from './fail.ts';
import type { Topology, WeightSpec } from './artifact.ts';

/**
 * Reads a topology that may come from an attacker. It names nothing but known layers, stays small and shallow, and its weights
 * add up to the bytes that came. tfjs resolves class names through registries, so an unknown name is an error and never code;
 * this check adds bounds where tfjs would allocate or loop.
 */
const BYTES = 4;
const MAX = { depth: 32, nodes: 20_000, text: 256, weights: 2000 };

/** Throws `invalidArtifact` or `unsupportedLayer`; gives a topology whose initialisers cost nothing. */
export function checkTopology(json: string, weightsBytes: number): Topology {
  const topology = parseJson(json) as Partial<Topology> | null;
  if (!isPlain(topology) || !isPlain(topology.modelTopology)) throw invalid('no model topology');
  checkTree(topology.modelTopology);
  checkModel(topology.modelTopology);
  const weightSpecs = checkSpecs(topology.weightSpecs, weightsBytes);
  return { modelTopology: withoutInitializers(topology.modelTopology) as object, weightSpecs };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw invalid('not JSON');
  }
}

/** Bounds the size of everything before anything is built from it; a loop, because recursion would end in the stack. */
function checkTree(root: object): void {
  const open: { key: string; value: unknown; depth: number }[] = [{ key: '', value: root, depth: 0 }];
  for (let nodes = 0; open.length > 0; nodes++) {
    const { key, value, depth } = open.pop()!;
    if (nodes > MAX.nodes || depth > MAX.depth) throw invalid('the topology is too large');
    if (typeof value === 'number' && !isInRange(key, value))
      throw invalid(`a number is out of range: ${key} ${value}`);
    if (typeof value === 'string' && value.length > MAX.text) throw invalid('a name is too long');
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, child] of Object.entries(value)) {
      if (name === '__proto__' || name === 'constructor' || name === 'prototype')
        throw invalid(`forbidden key ${name}`);
      if (name.length > MAX.text) throw invalid('a key is too long');
      open.push({ key: name, value: child, depth: depth + 1 });
    }
  }
}

function checkModel(model: object): void {
  const { class_name: className, config } = model as { class_name?: unknown; config?: unknown };
  checkClass(className);
  if (!isPlain(config)) throw invalid('a layer without configuration');
  const { layers, layer } = config as { layers?: unknown; layer?: unknown };
  const children = Array.isArray(layers) ? layers : Array.isArray(config) ? config : [];
  for (const child of [...children, ...(isPlain(layer) ? [layer] : [])]) {
    if (!isPlain(child)) throw invalid('a layer is not an object');
    checkModel(child);
  }
}

function checkClass(className: unknown): void {
  if (typeof className !== 'string') throw invalid('a layer without class');
  if (!LAYER_CLASSES.has(className) && !MODEL_CLASSES.has(className))
    throw new BoxFailure('unsupportedLayer', className);
}

function checkSpecs(specs: unknown, weightsBytes: number): WeightSpec[] {
  if (!Array.isArray(specs) || specs.length > MAX.weights) throw invalid('no list of weights');
  const checked = specs.map(checkSpec);
  const bytes = checked.reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, BYTES), 0);
  if (bytes !== weightsBytes)
    throw invalid(`the shapes need ${bytes} bytes of weights, ${weightsBytes} came`);
  return checked;
}

function checkSpec(spec: unknown): WeightSpec {
  const { name, shape, dtype } = (isPlain(spec) ? spec : {}) as Partial<WeightSpec>;
  const named = typeof name === 'string' && name.length <= MAX.text;
  const shaped =
    Array.isArray(shape) &&
    shape.length <= 8 &&
    shape.every((n) => Number.isInteger(n) && n >= 0 && n <= NUMBER_MAX);
  if (!named || !shaped || dtype !== 'float32') throw invalid('a weight without name, shape or float32 type');
  return { name, shape, dtype };
}

/** Weights are loaded right after; drawing random or orthogonal ones first would only cost time. */
function withoutInitializers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutInitializers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) =>
      key.endsWith('initializer')
        ? [key, { class_name: 'Zeros', config: {} }]
        : [key, withoutInitializers(child)],
    ),
  );
}

const isPlain = (value: unknown): value is object => typeof value === 'object' && value !== null;
const invalid = (message: string) => new BoxFailure('invalidArtifact', message);
