import { expect, test } from 'vitest';
import { framework } from './framework.ts';

test('shapes and counts are those of built layers', async () => {
  const f = await framework();
  expect(f.outputShape('conv2d', { filters: 8, kernelSize: 3 }, [28, 28, 1])).toEqual([null, 26, 26, 8]);
  // (3·3·1 + 1)·8 weights and biases
  expect(f.parameterCount('conv2d', { filters: 8, kernelSize: 3 }, [28, 28, 1])).toBe((3 * 3 * 1 + 1) * 8);
  expect(f.parameterCount('dense', { units: 128 }, [784])).toBe((784 + 1) * 128);
});

test('activations, their slopes and losses follow their definitions', async () => {
  const f = await framework();
  expect(f.activation('relu', [-2, 0, 3])).toEqual([0, 0, 3]);
  expect(f.activation('sigmoid', [0])[0]).toBeCloseTo(0.5, 6);
  expect(f.activation('softmax', [1, 1]).map((v) => Number(v.toFixed(6)))).toEqual([0.5, 0.5]);
  expect(f.activation('leakyRelu', [-2], { alpha: 0.1 })[0]).toBeCloseTo(-0.2, 6);
  // σ'(0) = σ(0)(1 − σ(0)) = 1/4
  expect(f.activationGradient('sigmoid', 0)).toBeCloseTo(0.25, 6);
  expect(f.loss('meanSquaredError', [[1], [3]], [[2], [1]])).toBeCloseTo((1 + 4) / 2, 6);
});

test('array operations give shape and values', async () => {
  const f = await framework();
  expect(f.array('expandDims', [{ shape: [28, 28] }], { axis: 0 }).shape).toEqual([1, 28, 28]);
  expect(f.array('stack', [{ shape: [2] }, { shape: [2] }], { axis: 0 }).shape).toEqual([2, 2]);
  expect(f.array('sum', [{ shape: [2, 2], values: [1, 2, 3, 4] }], { axis: 0 })).toEqual({ shape: [2], values: [4, 6] });
});

test('an unknown layer is named', async () => {
  const f = await framework();
  expect(() => f.outputShape('conv9d', {}, [1])).toThrow('conv9d');
});
