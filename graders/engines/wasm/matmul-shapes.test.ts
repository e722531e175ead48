import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { startHere } from '#graders/engines/testing/start-here.ts';

beforeAll(() => startHere('wasm'));

test.each<[string, number[], number[], boolean, boolean]>([
  ['inner sides that differ', [3, 4], [3, 4], false, false],
  ['inner sides that differ when transposed', [3, 4], [3, 4], true, true],
  ['batches of another shape', [2, 3, 4, 5], [3, 2, 5, 4], false, false],
  ['batches of another size', [2, 4, 5], [3, 5, 4], false, false],
])('%s are refused, not multiplied', (_, a, b, transposeA, transposeB) => {
  expect(() => tf.matMul(tf.ones(a), tf.ones(b), transposeA, transposeB)).toThrow();
});

/** Every product of ones is the length of the inner side. */
test.each<[number[], number[], number[]]>([
  [
    [3, 4],
    [4, 5],
    [3, 5],
  ],
  [
    [1, 3, 4],
    [2, 4, 5],
    [2, 3, 5],
  ],
  [
    [3, 4],
    [1, 1, 4, 5],
    [1, 1, 3, 5],
  ],
  [
    [2, 1, 3, 4],
    [1, 2, 4, 5],
    [2, 2, 3, 5],
  ],
])('%j times %j has the shape %j', (a, b, shape) => {
  const product = tf.matMul(tf.ones(a), tf.ones(b));
  expect(product.shape).toEqual(shape);
  expect(new Set(product.dataSync())).toEqual(new Set([4]));
});
