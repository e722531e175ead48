import * as tf from '@tensorflow/tfjs';
import { mulberry32 } from '#lib/core/rng.ts';

const L = tf.layers;
const softmax = (units: number) => L.dense({ units, activation: 'softmax' });
const relu = (units: number, more: object = {}) => L.dense({ units, activation: 'relu', ...more });
const conv = (filters: number, more: object = {}) =>
  L.conv2d({ filters, kernelSize: 3, activation: 'relu', ...more });
const pool = () => L.maxPooling2d({ poolSize: 2 });
const inputShape = [28, 28, 1];

type Model = { shape: number[]; classes: number; rows: number; layers(): tf.layers.Layer[] };

/** Models of a course's size, each with about a tenth of a second's worth of rows. */
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
    layers: () => [L.lstm({ units: 32, inputShape: [20, 8] }), softmax(4)],
  },
} satisfies Record<string, Model>;
export type ModelName = keyof typeof MODELS;

/** A model with its data, ready to be fitted. */
export function prepare(name: ModelName) {
  const { shape, classes, rows, layers } = MODELS[name];
  const model = tf.sequential({ layers: layers() });
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const draw = mulberry32(7);
  const size = shape.reduce((product, side) => product * side, rows);
  const x = tf.tensor(Float32Array.from({ length: size }, draw), [rows, ...shape]);
  const labels = Int32Array.from({ length: rows }, () => Math.floor(draw() * classes));
  return { model, x, y: tf.oneHot(tf.tensor1d(labels, 'int32'), classes).toFloat(), rows };
}
