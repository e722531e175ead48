import * as tf from '@tensorflow/tfjs';
import { mulberry32 } from '#lib/core/rng.ts';

const L = tf.layers;
const softmax = (units: number) => L.dense({ units, activation: 'softmax' });
const relu = (units: number, more: object = {}) => L.dense({ units, activation: 'relu', ...more });
const conv = (filters: number, more: object = {}) =>
  L.conv2d({ filters, kernelSize: 3, activation: 'relu', ...more });
const pool = () => L.maxPooling2d({ poolSize: 2 });
const inputShape = [28, 28, 1];

type Model = {
  /** Of one row. */
  shape: number[];
  /** Rows are words by number, from 0 to below this, instead of numbers from 0 to 1. */
  words?: number;
  classes: number;
  rows: number;
  layers(): tf.layers.Layer[];
};

/** Models of a course's size, each with about a tenth of a second's worth of rows; `keras_trainer.py` has the same. */
export const MODELS = {
  'MLP 784-128-64-10': {
    shape: [784],
    classes: 10,
    rows: 1024,
    layers: () => [relu(128, { inputShape: [784] }), relu(64), softmax(10)],
  },
  'CNN 8/16': {
    shape: inputShape,
    classes: 10,
    rows: 512,
    layers: () => [conv(8, { inputShape }), pool(), conv(16), pool(), L.flatten(), softmax(10)],
  },
  'CNN 32/64, dense 128': {
    shape: inputShape,
    classes: 10,
    rows: 128,
    layers: () => [conv(32, { inputShape }), pool(), conv(64), pool(), L.flatten(), relu(128), softmax(10)],
  },
  'LSTM 32, 20 steps': {
    shape: [20, 8],
    classes: 4,
    rows: 256,
    layers: () => [L.lstm({ units: 32, inputShape: [20, 8], recurrentActivation: 'sigmoid' }), softmax(4)],
  },
  'GRU 32, 20 steps': {
    shape: [20, 8],
    classes: 4,
    rows: 256,
    layers: () => [
      L.gru({ units: 32, inputShape: [20, 8], recurrentActivation: 'sigmoid' }),
      softmax(4),
    ],
  },
  'embedding 16, LSTM 32, 20 words': {
    shape: [20],
    words: 500,
    classes: 4,
    rows: 256,
    layers: () => [
      L.embedding({ inputDim: 500, outputDim: 16, inputLength: 20 }),
      L.lstm({ units: 32, recurrentActivation: 'sigmoid' }),
      softmax(4),
    ],
  },
  'CNN 8/16 with batch normalisation': {
    shape: inputShape,
    classes: 10,
    rows: 512,
    layers: () => [
      L.conv2d({ filters: 8, kernelSize: 3, inputShape }),
      L.batchNormalization(),
      L.reLU(),
      pool(),
      L.conv2d({ filters: 16, kernelSize: 3 }),
      L.batchNormalization(),
      L.reLU(),
      pool(),
      L.flatten(),
      softmax(10),
    ],
  },
  'Conv1D 16/32, 64 steps': {
    shape: [64, 4],
    classes: 4,
    rows: 512,
    layers: () => [
      L.conv1d({ filters: 16, kernelSize: 5, activation: 'relu', inputShape: [64, 4] }),
      L.maxPooling1d({ poolSize: 2 }),
      L.conv1d({ filters: 32, kernelSize: 5, activation: 'relu' }),
      L.globalAveragePooling1d({}),
      softmax(4),
    ],
  },
} satisfies Record<string, Model>;
export type ModelName = keyof typeof MODELS;

/** A model with its data, ready to be fitted. */
export function prepare(name: ModelName) {
  const { shape, classes, rows, layers, words }: Model = MODELS[name];
  const model = tf.sequential({ layers: layers() });
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const draw = mulberry32(7);
  const size = shape.reduce((product, side) => product * side, rows);
  const value = words ? () => Math.floor(draw() * words) : draw;
  const x = tf.tensor(Float32Array.from({ length: size }, value), [rows, ...shape]);
  const labels = Int32Array.from({ length: rows }, () => Math.floor(draw() * classes));
  return { model, x, y: tf.oneHot(tf.tensor1d(labels, 'int32'), classes).toFloat(), rows };
}
