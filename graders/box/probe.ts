import * as tf from '@tensorflow/tfjs';
import { LAYER_CLASSES } from '#graders/protocol/layers.ts';
import type { LayerTrace, Probe } from '#lib/core/assignments/trace.ts';
import { finite } from './tensor-facts.ts';

/**
 * Looks into a model with one batch: output, activations, and the gradient of its loss. It leaves no trace in the training:
 * inference mode draws nothing and updates nothing, and whatever drew all the same would draw from a generator of its own.
 * Only layers and losses of tfjs are run, never code of the student's, and stateful models are left alone.
 */
export type ProbeBatch = { x: tf.Tensor; y: tf.Tensor | null };

type Internals = {
  model?: tf.LayersModel;
  lossFunctions?: ((y: tf.Tensor, output: tf.Tensor) => tf.Tensor)[];
};

/** A Sequential model keeps its graph in an inner model, which is the one that `fit` sees. */
export const innermost = (model: tf.LayersModel): tf.LayersModel =>
  (model as unknown as Internals).model ?? model;

/** Null for a model that must not, or cannot, be looked into. `before` are its weights at the start (`copyWeights`). */
export function probe(
  model: tf.LayersModel,
  batch: ProbeBatch,
  before: Map<string, Float32Array> | null,
): Probe | null {
  return quietly(model, (layers) => look(model, layers, batch, before));
}

function quietly<T>(model: tf.LayersModel, use: (layers: tf.layers.Layer[]) => T): T | null {
  const layers = layersOf(model);
  if (!layers) return null;
  const { random } = Math;
  Math.random = () => 0.5;
  try {
    return tf.tidy(() => use(layers) as T & tf.TensorContainer);
  } catch {
    // Data that do not fit the model: `fit` will say so itself, with the student's line.
    return null;
  } finally {
    Math.random = random;
  }
}

export const copyWeights = (model: tf.LayersModel): Map<string, Float32Array> =>
  new Map(model.weights.map((weight) => [weight.name, Float32Array.from(weight.read().dataSync())]));

/** How many values one row passes through: the memory that a probe takes. */
export const rowSize = (model: tf.LayersModel): number =>
  (layersOf(model) ?? []).reduce((total, { outputShape }) => total + sizeOf(outputShape as tf.Shape), 0);

const sizeOf = (shape: tf.Shape): number => shape.slice(1).reduce<number>((a, b) => a * (b ?? 64), 1);

/** The layers whose output can be asked for; null where something is not ours to run twice. */
function layersOf(model: tf.LayersModel): tf.layers.Layer[] | null {
  if (model.inputs?.length !== 1 || model.outputs.length !== 1 || model.stateful) return null;
  const layers = model.layers.filter((layer) => layer.getClassName() !== 'InputLayer');
  return layers.length > 0 && layers.every((layer) => isOurs(layer) && isSingle(layer))
    ? layers.slice(-64)
    : null;
}

/** A bare RNN may hold a cell of the student's. */
const isOurs = (layer: tf.layers.Layer): boolean =>
  LAYER_CLASSES.has(layer.getClassName()) && layer.getClassName() !== 'RNN';

/** Used once, with one output; a shared layer has several. */
const isSingle = (layer: tf.layers.Layer): boolean =>
  (layer as unknown as { inboundNodes: unknown[] }).inboundNodes.length === 1 && !Array.isArray(layer.output);

function look(
  model: tf.LayersModel,
  layers: tf.layers.Layer[],
  batch: ProbeBatch,
  before: Map<string, Float32Array> | null,
): Probe {
  const names = layers.map((layer) => (layer.output as tf.SymbolicTensor).name);
  const outputs = model.execute(batch.x, names) as tf.Tensor[];
  const gradients = gradientsOf(model, batch);
  return {
    rows: batch.x.shape[0]!,
    loss: gradients && finite(gradients.loss),
    layers: layers.map((layer, i) => ({
      ...activationFacts(layer, outputs[i]!),
      ...weightFacts(layer, gradients?.byName ?? null, before),
    })),
    output: rangeOf(outputs.at(-1)!.dataSync() as Float32Array),
  };
}

/** A backward pass costs several forward ones; the size of a gradient needs fewer rows than the state of a unit. */
const GRADIENT_ROWS = 16;

type Gradients = { loss: number; byName: tf.NamedTensorMap };

/** Null where the model has no loss of tfjs, or nothing to train. */
function gradientsOf(model: tf.LayersModel, { x, y }: ProbeBatch): Gradients | null {
  const loss = (model as unknown as Internals).lossFunctions?.[0];
  const weights = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  if (!y || !loss || weights.length === 0) return null;
  const output = (model.outputs[0] as tf.SymbolicTensor).name;
  const [inputs, labels] = [x, y].map((each) => each.slice(0, Math.min(GRADIENT_ROWS, each.shape[0]!))) as [
    tf.Tensor,
    tf.Tensor,
  ];
  const { value, grads } = tf.variableGrads(
    () => loss(labels, model.execute(inputs, output) as tf.Tensor).mean() as tf.Scalar,
    weights,
  );
  return { loss: value.dataSync()[0]!, byName: grads };
}

type Config = { activation?: unknown };

function activationFacts(layer: tf.layers.Layer, output: tf.Tensor) {
  const values = output.dataSync() as Float32Array;
  const { activation } = layer.getConfig() as Config;
  const named = typeof activation === 'string' ? activation : null;
  const { mean, std } = rangeOf(values);
  return {
    className: layer.getClassName(),
    activation: named,
    mean,
    std,
    dead: deadShare(values, output.shape.at(-1) ?? 1),
    saturated: saturatedShare(values, named),
  };
}

function deadShare(values: Float32Array, units: number): number {
  const alive = new Uint8Array(units);
  for (let i = 0; i < values.length; i++) if (values[i] !== 0) alive[i % units] = 1;
  return 1 - alive.reduce((a, b) => a + b, 0) / Math.max(1, units);
}

/** Within 1 % of an end: there a sigmoid's derivative is below 0.01 and a tanh's below 0.02 of its greatest. */
function saturatedShare(values: Float32Array, activation: string | null): number {
  const low = activation === 'tanh' ? -0.99 : 0.01;
  if (activation !== 'tanh' && activation !== 'sigmoid' && activation !== 'hardSigmoid') return 0;
  let count = 0;
  for (const value of values) if (value < low || value > 0.99) count++;
  return count / Math.max(1, values.length);
}

function weightFacts(
  layer: tf.layers.Layer,
  gradients: tf.NamedTensorMap | null,
  before: Map<string, Float32Array> | null,
) {
  const weights = layer.trainableWeights.map((weight) => ({
    name: weight.name,
    variable: weight.read() as tf.Variable,
  }));
  const values = weights.map(({ variable }) => variable.dataSync() as Float32Array);
  const steps = weights.flatMap(({ variable }) =>
    gradients?.[variable.name] ? [gradients[variable.name]!.dataSync() as Float32Array] : [],
  );
  return {
    weights: weights.length ? rootMeanSquare(values) : null,
    gradient: steps.length ? rootMeanSquare(steps) : null,
    moved:
      before && weights.length
        ? movedBy(
            values,
            weights.map(({ name }) => before.get(name)),
          )
        : null,
  };
}

function rootMeanSquare(parts: Float32Array[]): number | null {
  const count = parts.reduce((total, part) => total + part.length, 0);
  return finite(Math.sqrt(parts.reduce((total, part) => total + squares(part), 0) / count));
}

function movedBy(after: Float32Array[], before: (Float32Array | undefined)[]): number | null {
  const pairs = after.flatMap((part, i) =>
    before[i]?.length === part.length ? [{ part, start: before[i]! }] : [],
  );
  const change = pairs.reduce(
    (total, { part, start }) => total + squares(part.map((value, i) => value - start[i]!)),
    0,
  );
  return finite(Math.sqrt(change / pairs.reduce((total, { start }) => total + squares(start), 0)));
}

function squares(values: Float32Array): number {
  let total = 0;
  for (const value of values) total += value * value;
  return total;
}

function rangeOf(values: Float32Array): Probe['output'] & Pick<LayerTrace, 'mean' | 'std'> {
  let [min, max, sum] = [Infinity, -Infinity, 0];
  for (const value of values) {
    sum += value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const mean = sum / values.length;
  let spread = 0;
  for (const value of values) spread += (value - mean) ** 2;
  return {
    min: finite(min),
    max: finite(max),
    mean: finite(mean),
    std: finite(Math.sqrt(spread / values.length)),
  };
}
