import * as tf from '@tensorflow/tfjs';
import { mulberry32 } from '#lib/core/rng.ts';
import type { RecurrentLayer } from '../layer.ts';

const PROTOTYPE = (tf.RNN as unknown as { prototype: RecurrentLayer }).prototype;
/** Read when this file is loaded: before an engine starts. */
const STOCK = PROTOTYPE.call;

/** Runs `act` with tfjs's own recurrent layers. */
export function asStock<T>(act: () => T): T {
  const fused = PROTOTYPE.call;
  PROTOTYPE.call = STOCK;
  try {
    return act();
  } finally {
    PROTOTYPE.call = fused;
  }
}

/** Whether a layer of tfjs computed in `act` as tfjs does, with a product in each step. */
export async function wentStock(act: () => tf.TensorContainer): Promise<boolean> {
  const { kernelNames } = await tf.profile(() => tf.tidy(act));
  return kernelNames.includes('_FusedMatMul');
}

export const CELLS = ['lstm', 'gru', 'simpleRNN'] as const;
export const BOUNDED = ['tanh', 'sigmoid', 'hardSigmoid', 'softsign'] as const;
export const ACTIVATIONS = [...BOUNDED, 'relu', 'relu6', 'linear', 'elu', 'selu'] as const;

/** A layer, what it is called with, and what it is called on. */
export type Trial = {
  cell: (typeof CELLS)[number];
  units: number;
  inputs: number;
  batch: number;
  steps: number;
  config: {
    activation: (typeof ACTIVATIONS)[number];
    recurrentActivation: (typeof ACTIVATIONS)[number];
    useBias: boolean;
    goBackwards: boolean;
    returnSequences: boolean;
    returnState: boolean;
    dropout: number;
    recurrentDropout: number;
    unroll: boolean;
  };
  hasStates: boolean;
  isMasked: boolean;
  training: boolean;
  seed: number;
};

export const makeLayer = ({ cell, units, config }: Trial): RecurrentLayer =>
  tf.layers[cell]({ units, ...config } as never) as unknown as RecurrentLayer;

/** Uniform in ±size. */
export function numbers(shape: number[], seed: number, size = 1): tf.Tensor {
  const draw = mulberry32(seed);
  const values = Float32Array.from({ length: tf.util.sizeFromShape(shape) }, () => size * (2 * draw() - 1));
  return tf.tensor(values, shape);
}

/** Of a size that keeps a state from growing beyond what float32 can follow. */
const weightsOf = (shape: number[], seed: number) =>
  numbers(shape, seed, shape.length > 1 ? 0.9 / Math.sqrt(shape[0]!) : 0.3);

export type Outcome = { outputs: number[][]; gradients: number[][]; nextDraw: number };

/** Outputs, the gradients of their weighted sum to inputs, states and weights, and the next random number. */
export function run(trial: Trial, layer: RecurrentLayer = makeLayer(trial)): Outcome {
  const { batch, steps, inputs, units, seed, training } = trial;
  return tf.tidy(() => {
    const x = numbers([batch, steps, inputs], seed).variable();
    const count = trial.cell === 'lstm' ? 2 : 1;
    const states = Array.from({ length: count }, (_, k) => numbers([batch, units], seed + 1 + k).variable());
    const mask = numbers([batch, steps], seed + 3).greater(-0.4);
    const kwargs = {
      training,
      ...(trial.hasStates && { initialState: states }),
      ...(trial.isMasked && { mask }),
    };
    layer.build(x.shape);
    layer.setWeights(layer.weights.map(({ shape }, k) => weightsOf(shape as number[], seed + 10 + k)));
    Math.random = mulberry32(seed);
    let outputs: tf.Tensor[] = [];
    const loss = () => {
      outputs = [layer.call(x, { ...kwargs })].flat();
      const sums = outputs.map((output, k) => output.mul(numbers(output.shape, seed + 20 + k)).sum());
      return tf.addN(sums) as tf.Scalar;
    };
    const weights = layer.trainableWeights.map((weight) => weight.read() as tf.Variable);
    const variables = [x, ...(trial.hasStates ? states : []), ...weights];
    const { grads } = tf.variableGrads(() => {
      const value = loss();
      outputs.forEach((output) => tf.keep(output));
      return value;
    }, variables);
    const nextDraw = Math.random();
    const result = {
      outputs: outputs.map((output) => [...output.dataSync()]),
      gradients: variables.map(({ name }) => [...grads[name]!.dataSync()]),
      nextDraw,
    };
    tf.dispose([outputs, x, states]);
    return result;
  });
}
