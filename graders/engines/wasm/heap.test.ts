import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { startHere } from '../testing/start-here.ts';
import { heap } from './heap.ts';

beforeAll(() => startHere('wasm'));

test('a variable whose values others share is copied before it changes in place', () => {
  const variable = tf.variable(tf.tensor1d([1, 2]));
  const kept = variable.reshape([2, 1]);
  const at = heap().own(variable) / 4;
  heap().floats()[at] = 9;
  expect([...variable.dataSync()]).toEqual([9, 2]);
  expect([...kept.dataSync()]).toEqual([1, 2]);
  kept.dispose();
  // Nobody shares it any more: it stays where it is.
  expect(heap().own(variable) / 4).toBe(at);
  variable.dispose();
});

test('a change in place reaches kernels that keep packed weights, once touched', () => {
  const filter = tf.variable(tf.ones([1, 1, 1, 1]));
  const convolve = () => {
    const out = tf.tidy(() => tf.conv2d(tf.ones([1, 1, 1, 1]) as tf.Tensor4D, filter as never, 1, 'valid'));
    const [value] = out.dataSync();
    out.dispose();
    return value;
  };
  expect(convolve()).toBe(1);
  heap().floats()[heap().own(filter) / 4] = 5;
  heap().touch(filter);
  expect(convolve()).toBe(5);
  filter.dispose();
});

test('views follow the memory when it grows', () => {
  const small = heap().tensor([2]);
  heap()
    .floats()
    .set([3, 4], heap().address(small) / 4);
  const held = heap().floats();
  const large = heap().tensor([1 << 24]);
  expect(held.length).toBe(0);
  expect([...small.dataSync()]).toEqual([3, 4]);
  expect(heap().integers().length).toBe(heap().floats().length);
  tf.dispose([small, large]);
});

test('scratch memory grows to the most that was asked for and no further', () => {
  const at = heap().scratch(1000);
  expect(heap().scratch(10)).toBe(at);
  const before = heap().floats().length;
  for (let i = 0; i < 50; i++) heap().scratch(1 << 20);
  expect(heap().floats().length).toBeLessThan(before + (1 << 22));
});
