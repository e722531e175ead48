import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { startHere } from '../../testing/start-here.ts';
import { heap } from '../heap.ts';
import { updaterOf } from './install.ts';
import {
  asStock,
  bits,
  makeVariables,
  OPTIMIZERS,
  stateOf,
  step,
  stockMethod,
} from './testing/optimizers.ts';

beforeAll(() => startHere('wasm'));

const NAMES = Object.keys(OPTIMIZERS);
const STEPS = 60;

describe('changes variables to the bits that the operations of tfjs give', () => {
  test.each(NAMES)('%s', async (name) => {
    const [fused, stock] = [OPTIMIZERS[name]!(), asStock(OPTIMIZERS[name]!())];
    expect(fused.applyGradients).not.toBe(stockMethod(fused));
    const [ours, theirs] = [makeVariables(), makeVariables()];
    for (let count = 0; count < STEPS; count++) {
      step(fused, ours, count, count % 2 === 0);
      step(stock, theirs, count, count % 2 === 0);
      expect([count, bits(ours)]).toEqual([count, bits(theirs)]);
    }
    expect(fused.iterations).toBe(stock.iterations);
    expect(bits(await stateOf(fused))).toEqual(bits(await stateOf(stock)));
  });
});

describe('goes on where tfjs left off, and tfjs where it left off', () => {
  test.each(NAMES)('%s', (name) => {
    const [mixed, stock] = [OPTIMIZERS[name]!(), asStock(OPTIMIZERS[name]!())];
    const [ours, theirs] = [makeVariables(), makeVariables()];
    const fused = mixed.applyGradients;
    for (let count = 0; count < 8; count++) {
      mixed.applyGradients = count % 3 === 1 ? stockMethod(mixed) : fused;
      step(mixed, ours, count);
      step(stock, theirs, count);
    }
    expect(bits(ours)).toEqual(bits(theirs));
  });
});

describe('goes on after its weights were saved and loaded', () => {
  test.each(NAMES.filter((name) => !name.startsWith('adamax')))('%s', async (name) => {
    const [first, whole] = [OPTIMIZERS[name]!(), OPTIMIZERS[name]!()];
    const [ours, theirs] = [makeVariables(), makeVariables()];
    for (let count = 0; count < 4; count++) {
      step(first, ours, count);
      step(whole, theirs, count);
    }
    const loaded = OPTIMIZERS[name]!();
    const others = makeVariables();
    for (let count = 0; count < 6; count++) step(loaded, others, count);
    await loaded.setWeights(await first.getWeights());
    step(loaded, ours, 4);
    step(whole, theirs, 4);
    // tfjs computes β^t anew for adam, which then differs in the last bits.
    const tolerance = name.startsWith('adam ') || name === 'adam' ? 1e-5 : 0;
    ours.forEach((variable, k) => {
      const expected = theirs[k]!.dataSync();
      const far = [...variable.dataSync()].filter((value, i) => Math.abs(value - expected[i]!) > tolerance);
      expect(far).toEqual([]);
    });
  });
});

describe('leaves nothing behind', () => {
  test.each(NAMES)('%s', (name) => {
    const held = () => [tf.memory().numTensors, heap().backend.numDataIds()];
    const variables = makeVariables();
    const optimizer = OPTIMIZERS[name]!();
    step(optimizer, variables, 0);
    const before = held();
    for (let count = 1; count < 6; count++) step(optimizer, variables, count);
    expect(held()).toEqual(before);
    tf.dispose(variables);
  });
});

test('values that somebody kept do not change with the variable, nor does a gradient that is the variable', () => {
  const variable = tf.variable(tf.tensor1d([1, 2, 3]));
  const kept = [variable.clone(), variable.reshape([3, 1])];
  tf.train.sgd(0.5).applyGradients([{ name: variable.name, tensor: variable.clone() }]);
  expect([...variable.dataSync()]).toEqual([0.5, 1, 1.5]);
  for (const each of kept) expect([...each.dataSync()]).toEqual([1, 2, 3]);
});

test('a model predicts with its new weights, though the backend had packed the old ones', () => {
  // Nobody shares its values, so they change where they lie.
  const filter = tf.tidy(() => tf.ones<tf.Rank.R4>([1, 1, 1, 1]).variable());
  const predict = () =>
    tf.depthwiseConv2d(tf.ones<tf.Rank.R4>([1, 1, 1, 1]), filter as never, 1, 'valid').dataSync()[0];
  expect(predict()).toBe(1);
  tf.train.sgd(1).applyGradients([{ name: filter.name, tensor: tf.fill([1, 1, 1, 1], -4) }]);
  expect(predict()).toBe(5);
});

test.each(NAMES.filter((name) => !name.startsWith('lion')))('%s: what became NaN stays NaN', (name) => {
  const variable = tf.variable(tf.zeros([6]));
  const optimizer = OPTIMIZERS[name]!();
  const gradient = (values: number[]) => [{ name: variable.name, tensor: tf.tensor1d(values) }];
  optimizer.applyGradients(gradient([1, NaN, 1, 1, 1, NaN]));
  optimizer.applyGradients(gradient([1, 1, 1, 1, 1, 1]));
  expect([...variable.dataSync()].map(Number.isNaN)).toEqual([false, true, false, false, false, true]);
});

test('a gradient of another shape is left to tfjs, which says so', () => {
  const variable = tf.variable(tf.zeros([2]));
  const wrong = [{ name: variable.name, tensor: tf.ones([3]) }];
  expect(() => tf.train.sgd(1).applyGradients(wrong)).toThrow(/shape/);
});

describe('updaterOf', () => {
  test.each(NAMES)('%s steps from addresses as from tensors', (name) => {
    const [byAddress, byTensor] = [OPTIMIZERS[name]!(), OPTIMIZERS[name]!()];
    const [ours, theirs] = [tf.variable(tf.ones([7])), tf.variable(tf.ones([7]))];
    const gradient = tf.linspace(-1, 1, 7);
    for (let count = 0; count < 3; count++) {
      updaterOf(byAddress)!([{ variable: ours, gradient: heap().address(gradient), index: 0 }]);
      byTensor.applyGradients([{ name: theirs.name, tensor: gradient }]);
    }
    expect(bits([ours])).toEqual(bits([theirs]));
    expect(byAddress.iterations).toBe(3);
  });

  test('is null where somebody changed how the optimizer steps', () => {
    const clipped = tf.train.adam();
    const whole = clipped.applyGradients.bind(clipped);
    clipped.applyGradients = (gradients) => whole(gradients);
    class Noisy extends tf.SGDOptimizer {
      override computeGradients(...args: Parameters<tf.Optimizer['computeGradients']>) {
        return super.computeGradients(...args);
      }
    }
    for (const changed of [clipped, new Noisy(0.1), asStock(tf.train.sgd(0.1))])
      expect(updaterOf(changed)).toBeNull();
    expect(updaterOf(tf.train.adam())).not.toBeNull();
  });
});
