import * as tf from '@tensorflow/tfjs';
import { expect } from 'vitest';
import { AdamW } from '#graders/engines/wasm/optimizers/adamw.ts';
import { Lion } from '#graders/engines/wasm/optimizers/lion.ts';
import { Nadam } from '#graders/engines/wasm/optimizers/nadam.ts';
import { expectClose, sizeOf } from '../values.ts';
import type { LayerFixture, LayerSpec } from './fixtures.ts';

/** Rounded to six digits, and computed in float32 on both sides. */
const TOLERANCE = 2e-5;

/** As `values` of `make_fixtures.py`. */
export const values = (shape: number[], seed: number): Float32Array =>
  Float32Array.from({ length: sizeOf(shape) }, (_, i) => Math.sin(0.7 * i + seed));

type Make = (config: object) => tf.layers.Layer;

function build({ layer, config }: LayerSpec): tf.layers.Layer {
  const inner = config['layer'] as LayerSpec | undefined;
  const make = (tf.layers as unknown as Record<string, Make>)[layer]!;
  return make(inner ? { ...config, layer: build(inner) } : config);
}

/** A layer of tfjs with Keras's inputs and weights must give Keras's output and Keras's gradients. */
export function checkLayer(fixture: LayerFixture): void {
  const model = modelOf(fixture);
  model.setWeights(fixture.weights.map((shape, k) => weightOf(shape, k, fixture.positive[k]!)));
  const inputs = fixture.inputs.map((shape, k) => inputOf(fixture, shape, k));
  const run = (given: tf.Tensor[]) =>
    model.apply(given.length > 1 ? given : given[0]!, { training: fixture.training ?? false }) as tf.Tensor;
  const output = run(inputs);
  expect(output.shape).toEqual(fixture.output.shape);
  expectClose(output.dataSync(), fixture.output.values, TOLERANCE);
  const upstream = tf.tensor(
    Float32Array.from({ length: output.size }, (_, i) => Math.cos(i)),
    output.shape,
  );
  const loss = (...given: tf.Tensor[]) => run(given).mul(upstream).sum() as tf.Scalar;
  const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  if (variables.length > 0) {
    const { grads } = tf.variableGrads(() => loss(...inputs), variables);
    variables.forEach(({ name }, k) =>
      expectClose(grads[name]!.dataSync(), fixture.weightGradients[k]!, TOLERANCE),
    );
  }
  if (fixture.inputGradients.length === 0) return;
  tf.grads(loss)(inputs).forEach((gradient, k) =>
    expectClose(gradient.dataSync(), fixture.inputGradients[k]!, TOLERANCE),
  );
}

function modelOf({ layers, inputs, whole }: LayerFixture): tf.LayersModel {
  const symbols = inputs.map((shape) =>
    tf.input({ shape: shape.slice(1), dtype: whole ? 'int32' : 'float32' }),
  );
  const start: tf.SymbolicTensor | tf.SymbolicTensor[] = symbols.length > 1 ? symbols : symbols[0]!;
  const outputs = layers.reduce(
    (x, spec) => build(spec).apply(x) as tf.SymbolicTensor,
    start as tf.SymbolicTensor,
  );
  return tf.model({ inputs: symbols, outputs });
}

function weightOf(shape: number[], k: number, isPositive: boolean): tf.Tensor {
  const plain = values(shape, 10 + k).map((value) => value / 2);
  return tf.tensor(isPositive ? plain.map((value) => Math.abs(value) + 0.5) : plain, shape);
}

function inputOf({ whole, zeroFrom }: LayerFixture, shape: number[], k: number): tf.Tensor {
  const plain = values(shape, k + 0.3);
  if (whole)
    return tf.tensor(
      Int32Array.from(plain, (value) => Math.floor(Math.abs(value) * whole)),
      shape,
      'int32',
    );
  if (zeroFrom === undefined) return tf.tensor(plain, shape);
  const [, steps, width] = shape as [number, number, number];
  return tf.tensor(
    plain.map((value, i) => (Math.floor(i / width) % steps >= zeroFrom ? 0 : value)),
    shape,
  );
}

export function checkActivation(name: string, expected: number[]): void {
  const layer = tf.layers.activation({ activation: name as 'relu' });
  const x = tf.tensor(
    values([2, 8], 0).map((value) => value * 4),
    [2, 8],
  );
  expectClose((layer.apply(x) as tf.Tensor).dataSync(), expected, TOLERANCE);
}

/** The mean over rows that `evaluate` gives for a model that hands its input on. */
export function checkLoss(name: string, expected: number): void {
  const model = tf.sequential({ layers: [tf.layers.activation({ activation: 'linear', inputShape: [3] })] });
  model.compile({ optimizer: 'sgd', loss: name });
  const raw = tf
    .tensor(values([4, 3], 1), [4, 3])
    .abs()
    .add(0.1);
  const truth = tf.oneHot(tf.tensor1d([0, 1, 2, 1], 'int32'), 3).toFloat();
  // Hinge losses tell classes by their sign.
  const labels = /^(squaredH|h)inge$/.test(name) ? truth.mul(2).sub(1) : truth;
  const loss = model.evaluate(raw.div(raw.sum(1, true)), labels) as tf.Scalar;
  expectClose(loss.dataSync(), [expected], TOLERANCE);
}

export const OPTIMIZERS: Record<string, () => tf.Optimizer> = {
  sgd: () => tf.train.sgd(0.1),
  momentum: () => tf.train.momentum(0.1, 0.9),
  nesterov: () => tf.train.momentum(0.1, 0.9, true),
  adagrad: () => tf.train.adagrad(0.1),
  adadelta: () => tf.train.adadelta(0.1),
  adam: () => tf.train.adam(0.01),
  adamax: () => tf.train.adamax(0.01),
  rmsprop: () => tf.train.rmsprop(0.01),
  adamw: () => new AdamW({ learningRate: 0.01, weightDecay: 0.5 }),
  nadam: () => new Nadam({ learningRate: 0.01, weightDecay: 0.5 }),
  lion: () => new Lion({ learningRate: 0.01, weightDecay: 0.5 }),
};

/** Five steps along the gradients that Keras's optimizer was given. */
export function checkOptimizer(name: string, expected: number[]): void {
  const optimizer = OPTIMIZERS[name]!();
  const variable = tf.variable(tf.tensor(values([6], 0)));
  for (let step = 0; step < 5; step++)
    optimizer.applyGradients([{ name: variable.name, tensor: tf.tensor(values([6], step + 1)) }]);
  expectClose(variable.dataSync(), expected, TOLERANCE);
}
