import * as tf from '@tensorflow/tfjs';
import { random } from '../values.ts';
import type { GradientCase } from './case.ts';

const N = random;
const rows = () => tf.tensor1d([1, 3, 3, 0], 'int32');
const labels = () => tf.tensor1d([0, 1, 2, 3], 'int32');

function normalized(x: tf.Tensor, axes: number | number[]): tf.Tensor {
  const { mean, variance } = tf.moments(x, axes);
  return tf.batchNorm(x, mean, variance, N([3], 4), N([3], 6), 1e-3);
}

/** Each on a matrix of four rows and six columns. */
const MATRIX: Record<string, GradientCase['f']> = {
  softmax: (x) => tf.softmax(x),
  logSoftmax: (x) => tf.logSoftmax(x),
  elu: (x) => tf.elu(x),
  selu: (x) => tf.selu(x),
  leakyRelu: (x) => tf.leakyRelu(x, 0.2),
  prelu: (x) => tf.prelu(x, N([1, 6], 3)),
  tanh: (x) => tf.tanh(x),
  sigmoid: (x) => tf.sigmoid(x),
  softplus: (x) => tf.softplus(x),
  relu6: (x) => tf.relu6(x.mul(4)),
  abs: (x) => tf.abs(x),
  sign: (x) => tf.sign(x).mul(x),
  exp: (x) => tf.exp(x),
  square: (x) => tf.square(x),
  sqrt: (x) => tf.sqrt(tf.abs(x).add(0.1)),
  cumsum: (x) => tf.cumsum(x, 1),
  'cumsum exclusive, reversed': (x) => tf.cumsum(x, 1, true, true),
  reverse: (x) => tf.reverse(x, 1),
  tile: (x) => tf.tile(x, [2, 3]),
  pad: (x) =>
    tf.pad(
      x,
      [
        [1, 2],
        [0, 1],
      ],
      0.5,
    ),
  mirrorPad: (x) =>
    tf.mirrorPad(
      x,
      [
        [1, 1],
        [1, 1],
      ],
      'reflect',
    ),
  slice: (x) => tf.slice(x, [1, 2], [2, 3]),
  stridedSlice: (x) => tf.stridedSlice(x, [0, 1], [4, 6], [2, 2]),
  concat: (x) => tf.concat([x, x.mul(2)], 1),
  stack: (x) => tf.stack([x, x.mul(2)], 1),
  split: (x) => {
    const [a, b] = tf.split(x, 2, 1);
    return a!.mul(b!);
  },
  unstack: (x) => {
    const [a, b] = tf.unstack(x, 0);
    return a!.mul(b!);
  },
  'max of rows': (x) => tf.max(x, 1),
  'min of columns': (x) => tf.min(x, 0),
  mean: (x) => tf.mean(x, 1),
  sum: (x) => tf.sum(x, 0),
  prod: (x) => tf.prod(x, 1),
  maximum: (x) => tf.maximum(x, N([4, 6], 9)),
  minimum: (x) => tf.minimum(x, N([4, 6], 9)),
  'div by a row': (x) => tf.div(x, N([6], 9)),
  'div of one': (x) => tf.div(1, tf.add(tf.abs(x), 0.5)),
  pow: (x) => tf.pow(tf.abs(x).add(0.1), 1.7),
  'where with its own condition': (x) => tf.where(x.greater(0), x.mul(2), x.square()),
  'broadcast add and mul': (x) => x.add(N([6], 3)).mul(N([4, 1], 3)),
  transpose: (x) => tf.transpose(x),
  'matMul, first transposed': (x) => tf.matMul(x, N([4, 5], 3), true),
  'matMul, second transposed': (x) => tf.matMul(x, N([5, 6], 3), false, true),
  'matMul of batches': (x) => tf.matMul(x.reshape([2, 2, 6]), N([2, 6, 3], 3)),
  'matMul of a batch and one matrix': (x) => tf.matMul(x.reshape([2, 2, 6]), N([6, 3], 3).expandDims(0)),
  'fused matMul with relu': (x) =>
    tf.fused.matMul({ a: x, b: N([6, 5], 3), bias: N([5], 3), activation: 'relu' }),
  localResponseNormalization: (x) => tf.localResponseNormalization(x.reshape([1, 2, 2, 6]) as tf.Tensor4D),
  spaceToBatchND: (x) =>
    tf.spaceToBatchND(
      x.reshape([1, 4, 6, 1]),
      [2, 2],
      [
        [0, 0],
        [0, 0],
      ],
    ),
  depthToSpace: (x) => tf.depthToSpace(x.reshape([1, 2, 3, 4]) as tf.Tensor4D, 2),
  'max of all': (x) => tf.max(x),
  logSumExp: (x) => tf.logSumExp(x, 1),
  norm: (x) => tf.norm(x, 2, 1),
  erf: (x) => tf.erf(x),
  atan: (x) => tf.atan(x),
  sin: (x) => tf.sin(x),
  log1p: (x) => tf.log1p(tf.abs(x)),
  rsqrt: (x) => tf.rsqrt(tf.abs(x).add(0.5)),
  softmaxCrossEntropy: (x) => tf.losses.softmaxCrossEntropy(tf.oneHot(labels(), 6).toFloat(), x),
  sigmoidCrossEntropy: (x) => tf.losses.sigmoidCrossEntropy(tf.cast(N([4, 6], 3).greater(0), 'float32'), x),
};

export const ARRAYS: GradientCase[] = [
  { name: 'gather of rows', shape: [5, 4], f: (x) => tf.gather(x, rows()) },
  { name: 'gather of columns', shape: [5, 4], f: (x) => tf.gather(x, rows(), 1) },
  { name: 'gather by a matrix', shape: [5, 4], f: (x) => tf.gather(x, rows().reshape([2, 2])) },
  { name: 'batchNorm', shape: [5, 3], f: (x) => normalized(x, 0) },
  { name: 'batchNorm of images', shape: [2, 3, 3, 3], f: (x) => normalized(x, [0, 1, 2]) },
  // Its bounds lie between the values it is tried on.
  { name: 'clipByValue', shape: [4, 6], values: 'spread', f: (x) => tf.clipByValue(x, -0.52, 0.33) },
  ...Object.entries(MATRIX).map(([name, f]) => ({ name, shape: [4, 6], f })),
];

/** Beyond the 174, on values between 0.1 and 1. */
const POSITIVE: Record<string, GradientCase['f']> = {
  'norm of all': (x) => x.norm(),
  cumprod: (x) => tf.cumprod(x, 1),
  atan2: (x) => tf.atan2(x, x.add(1)),
  cos: (x) => x.cos(),
  tan: (x) => x.tan(),
  expm1: (x) => x.expm1(),
  reciprocal: (x) => x.reciprocal(),
  squaredDifference: (x) => tf.squaredDifference(x, 0.3),
  addN: (x) => tf.addN(tf.split(x, 2, 1)),
  'variance of moments': (x) => tf.moments(x, 1).variance,
  gatherND: (x) => tf.gatherND(x, tf.tensor2d([0, 1, 2, 3], [2, 2], 'int32')),
  dot: (x) => tf.dot(x.flatten(), x.flatten()),
  huberLoss: (x) => tf.losses.huberLoss(tf.zeros([4, 6]), x.mul(3)),
  'values of topk': (x) => tf.topk(x, 2).values,
  cosineDistance: (x) => tf.losses.cosineDistance(tf.ones([4, 6]), x, 1),
};
export const MORE: GradientCase[] = Object.entries(POSITIVE).map(([name, f]) => ({
  name,
  shape: [4, 6],
  // Differentiated through the squaring, which keeps values away from 0.
  f: (x) => f(x.square().add(0.1)),
}));
