import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { startHere } from '../testing/start-here.ts';

/** What only the wasm backend can get wrong about gathering; the rest is in the contract of the engines (`tests/engines`). */
beforeAll(() => startHere('wasm'));

test('a gather outside the rows is an error, not a stray read', () => {
  const rows = tf.tensor2d([1, 2, 3, 4], [2, 2]);
  expect(() => tf.gather(rows, tf.tensor1d([2], 'int32'))).toThrow(/not in \[0, 1\]/);
});

test('equal ids add their gradients, as an embedding needs', () => {
  const table = tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]);
  const grad = tf.grad((x) => tf.gather(x, tf.tensor1d([2, 0, 2], 'int32')).sum())(table);
  expect(grad.arraySync()).toEqual([
    [1, 1],
    [0, 0],
    [2, 2],
  ]);
});
