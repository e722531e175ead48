import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { isNear } from '#lib/core/assignments/function-tests.ts';
import {
  elu,
  leakyRelu,
  mae,
  mse,
  relu,
  sigmoid,
  softmax,
  tanh,
} from '../../question-bank/assignments/a15/functions.ts';
import { descend } from '../../question-bank/assignments/a16/descent.ts';
import { functionTests } from '../../question-bank/assignments/a15/tests.ts';

/** What the tests of a15 and a16 expect, against TensorFlow.js on its own cpu backend. */
const X = [-4, -1, -0.5, 0, 0.5, 1, 4];
const list = (tensor: tf.Tensor) => tensor.arraySync();

await tf.setBackend('cpu');

test.each<[string, unknown, () => tf.Tensor]>([
  ['sigmoid', sigmoid(X), () => tf.sigmoid(X)],
  ['tanh', tanh(X), () => tf.tanh(X)],
  ['relu', relu(X), () => tf.relu(X)],
  ['leakyRelu', leakyRelu(X, 0.3), () => tf.leakyRelu(X, 0.3)],
  ['elu', elu(X, 1), () => tf.elu(X)],
  ['softmax', softmax(X), () => tf.softmax(X)],
  ['mse', mse(X, [1, 2, 3, 4, 5, 6, 7]), () => tf.losses.meanSquaredError(X, [1, 2, 3, 4, 5, 6, 7])],
  ['mae', mae(X, [1, 2, 3, 4, 5, 6, 7]), () => tf.losses.absoluteDifference(X, [1, 2, 3, 4, 5, 6, 7])],
])('%s is what TensorFlow.js computes', (_name, own, theirs) =>
  expect(isNear(list(theirs()), own, 1e-6)).toBe(true),
);

test('one step of descent is a step of SGD on the gradient that automatic differentiation gives', () => {
  const [x, y, w, b, lr] = [[1, 2, 4], [3, 1, 2], 0.5, -1, 0.02];
  const loss = (weight: tf.Tensor, bias: tf.Tensor) =>
    tf.tensor(x).mul(weight).add(bias).sub(y).square().mean().asScalar();
  const [gradW, gradB] = tf
    .grads(loss)([tf.scalar(w), tf.scalar(b)])
    .map((gradient) => gradient.dataSync()[0]!);
  expect(
    isNear(descend({ x, y, w, b, lr, epochs: 1, batchSize: 3 }), [w - lr * gradW!, b - lr * gradB!, 1], 1e-6),
  ).toBe(true);
});

test('a15 has forty tests, each with a name of its own', () => {
  const ids = functionTests(1).map(({ id }) => id);
  expect(ids).toHaveLength(40);
  expect(new Set(ids).size).toBe(40);
});
