import * as tf from '@tensorflow/tfjs';
import { random } from '../values.ts';
import type { Outcome, Training } from './both-paths.ts';

/** A model, its data and how it is trained. */
export type Case = {
  make: () => tf.LayersModel;
  /** Shapes of a row of each input and of each output; an output of `classes` gets one-hot rows. */
  inputs: number[][];
  targets: (rows: number) => tf.Tensor[];
  compile?: (model: tf.LayersModel) => Partial<tf.ModelCompileArgs>;
  fit?: tf.ModelFitArgs;
  rows?: number;
  /** Inputs are whole numbers below this. */
  words?: number;
};

const COMPILE = { optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] };

/** 50 steps: 160 rows in batches of 32, ten epochs. */
const FIT = { epochs: 10, batchSize: 32, verbose: 0 } as const;

/** Trains, evaluates, predicts; gives the loss of every step, the history, what was evaluated, what was predicted and the weights. */
export const trainCase =
  ({ make, inputs, targets, compile = () => ({}), fit = {}, rows = 160, words }: Case): Training =>
  async (on) => {
    const model = on(make());
    model.compile({ ...COMPILE, ...compile(model) });
    const one = (tensors: tf.Tensor[]) => (tensors.length > 1 ? tensors : tensors[0]!);
    const x = one(inputs.map((shape, i) => data([rows, ...shape], i + 1, words)));
    const y = one(targets(rows));
    const losses: number[] = [];
    const onBatchEnd = (_: number, logs?: tf.Logs) => void losses.push(logs!['loss']!);
    const { history } = await model.fit(x, y, { ...FIT, ...fit, callbacks: { onBatchEnd } });
    const evaluated = [model.evaluate(x, y)].flat().map((each) => each.dataSync()[0]!);
    const predicted = [model.predict(x)].flat();
    const outcome: Outcome = { losses, evaluated, ...(history as Record<string, number[]>) };
    predicted.forEach((each, i) => (outcome[`predicted ${i}`] = each.dataSync()));
    model.getWeights().forEach((each, i) => (outcome[`weight ${i}`] = each.dataSync()));
    tf.dispose([x, y, predicted]);
    return outcome;
  };

function data(shape: number[], seed: number, words?: number): tf.Tensor {
  const values = random(shape, seed);
  return words ? values.abs().mul(words).floor().toInt() : values;
}

/** One-hot rows, whose class is the place of the greatest of some random numbers. */
export const classes =
  (count: number, steps: number[] = []) =>
  (rows: number): tf.Tensor[] => {
    const labels = random([rows, ...steps, count], 99).argMax(-1);
    return [tf.oneHot(labels as tf.Tensor1D, count).toFloat()];
  };

export const numbers =
  (...shapes: number[][]) =>
  (rows: number): tf.Tensor[] =>
    shapes.map((shape, i) => random([rows, ...shape], 90 + i));
