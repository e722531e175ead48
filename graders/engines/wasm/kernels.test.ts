import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { startHere } from '../testing/start-here.ts';
import { mulberry32 } from '#lib/core/rng.ts';

/**
 * Every kernel this project adds to wasm, or puts in the place of a wrong one, against central differences of the forward pass:
 * they need no second implementation to be right. Where the cpu backend's gradient is right, both must agree as well.
 */
type Case = {
  name: string;
  shape: number[];
  f: (x: tf.Tensor) => tf.Tensor;
  values?: 'spread' | 'negative';
  cpuIsWrong?: boolean;
};

beforeAll(() => startHere('wasm'));

const random = (shape: number[], seed: number): tf.Tensor => {
  const draw = mulberry32(seed);
  return tf.tensor(
    Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => 2 * draw() - 1),
    shape,
  );
};

/** Values at least 0.05 apart, so that a difference quotient never crosses from one maximum to another. */
function spread(shape: number[], shift: number): tf.Tensor {
  const size = shape.reduce((a, b) => a * b, 1);
  const draw = mulberry32(7);
  const ranks = Array.from({ length: size }, (_, i) => ({ i, key: draw() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ i }) => i);
  return tf.tensor(
    Float32Array.from(ranks, (rank) => 0.05 * (rank - size / 2) + shift),
    shape,
  );
}

const strided = [
  { stride: 1, pad: 'valid' },
  { stride: 1, pad: 'same' },
  { stride: 2, pad: 'valid' },
  { stride: 2, pad: 'same' },
] as const;
const image = [2, 7, 6, 3];
const volume = [1, 4, 5, 4, 2];

const cases: Case[] = strided.flatMap(({ stride, pad }): Case[] => {
  const tag = `stride ${stride} ${pad}`;
  const conv = (x: tf.Tensor, w: tf.Tensor) => tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, stride, pad);
  const depthwise = (x: tf.Tensor, w: tf.Tensor) =>
    tf.depthwiseConv2d(x as tf.Tensor4D, w as tf.Tensor4D, stride, pad);
  const conv3d = (x: tf.Tensor, w: tf.Tensor) => tf.conv3d(x as tf.Tensor5D, w as tf.Tensor5D, stride, pad);
  const average = { cpuIsWrong: pad === 'same' };
  return [
    ...[1, 2, 3].flatMap((k): Case[] => [
      { name: `conv2d input, ${k}×${k} ${tag}`, shape: image, f: (x) => conv(x, random([k, k, 3, 4], 2)) },
      { name: `conv2d filter, ${k}×${k} ${tag}`, shape: [k, k, 3, 4], f: (w) => conv(random(image, 3), w) },
    ]),
    { name: `conv2d filter, 3×2 ${tag}`, shape: [3, 2, 3, 2], f: (w) => conv(random(image, 3), w) },
    { name: `depthwise input ${tag}`, shape: image, f: (x) => depthwise(x, random([3, 3, 3, 2], 2)) },
    { name: `depthwise filter ${tag}`, shape: [3, 3, 3, 2], f: (w) => depthwise(random(image, 3), w) },
    { name: `conv3d input ${tag}`, shape: volume, f: (x) => conv3d(x, random([2, 2, 2, 2, 3], 2)) },
    { name: `conv3d filter ${tag}`, shape: [2, 2, 2, 2, 3], f: (w) => conv3d(random(volume, 3), w) },
    ...(['spread', 'negative'] as const).flatMap((values): Case[] => [
      {
        name: `maxPool 2 ${tag}, ${values}`,
        shape: image,
        values,
        f: (x) => tf.maxPool(x as tf.Tensor4D, 2, stride, pad),
      },
      {
        name: `maxPool 3 ${tag}, ${values}`,
        shape: image,
        values,
        f: (x) => tf.maxPool(x as tf.Tensor4D, 3, stride, pad),
      },
      {
        name: `maxPool3d ${tag}, ${values}`,
        shape: volume,
        values,
        f: (x) => tf.maxPool3d(x as tf.Tensor5D, 2, stride, pad),
      },
    ]),
    {
      name: `avgPool 3 ${tag}`,
      shape: image,
      f: (x) => tf.avgPool(x as tf.Tensor4D, 3, stride, pad),
      ...average,
    },
    {
      name: `avgPool3d ${tag}`,
      shape: volume,
      f: (x) => tf.avgPool3d(x as tf.Tensor5D, 2, stride, pad),
      ...average,
    },
  ];
});
const indices = () => tf.tensor1d([1, 3, 3, 0], 'int32');
cases.push(
  { name: 'gather along rows', shape: [5, 4], f: (x) => tf.gather(x, indices()) },
  { name: 'gather along columns', shape: [5, 4], f: (x) => tf.gather(x, indices(), 1) },
  {
    name: 'gather with a matrix of indices',
    shape: [5, 4],
    f: (x) => tf.gather(x, indices().reshape([2, 2])),
  },
  {
    name: 'conv1d filter',
    shape: [3, 3, 4],
    f: (w) => tf.conv1d(random([2, 9, 3], 2) as tf.Tensor3D, w as tf.Tensor3D, 1, 'same'),
  },
  {
    name: 'conv2dTranspose input',
    shape: [2, 4, 4, 3],
    f: (x) =>
      tf.conv2dTranspose(x as tf.Tensor4D, random([3, 3, 2, 3], 5) as tf.Tensor4D, [2, 8, 8, 2], 2, 'same'),
  },
);

describe('gradients on wasm', () => {
  test.each(cases)('$name equals its difference quotient', ({ shape, f, values, cpuIsWrong }) => {
    const x = values ? spread(shape, values === 'negative' ? -100 : 0) : random(shape, 1);
    const analytic = gradient(f, x);
    const numeric = differenceQuotients(f, x);
    expectClose(analytic, numeric, 5e-3);
    if (!cpuIsWrong) expectClose(analytic, onCpu(f, x), 1e-4);
  });
});

test('the largest of negative values is found by maxPool3d', () => {
  const x = tf.tensor5d([-8, -7, -6, -5, -4, -3, -2, -9], [1, 2, 2, 2, 1]);
  expect([...tf.maxPool3d(x, 2, 2, 'valid').dataSync()]).toEqual([-2]);
});

test('a gather outside the rows is an error, not a stray read', () => {
  const rows = tf.tensor2d([1, 2, 3, 4], [2, 2]);
  expect(() => tf.gather(rows, tf.tensor1d([2], 'int32'))).toThrow(/not in \[0, 1\]/);
});

test('whole-number matrices multiply, as confusionMatrix needs', () => {
  const [truth, guess] = [tf.tensor1d([0, 1, 2, 1], 'int32'), tf.tensor1d([0, 2, 2, 1], 'int32')];
  // Rows are true classes: one 0 right, one 1 right and one taken for a 2, one 2 right.
  expect(tf.math.confusionMatrix(truth, guess, 3).arraySync()).toEqual([
    [1, 0, 0],
    [0, 1, 1],
    [0, 0, 1],
  ]);
});

test('einsum runs on wasm', () => {
  const [a, b] = [tf.tensor2d([1, 2, 3, 4], [2, 2]), tf.tensor2d([5, 6, 7, 8], [2, 2])];
  expect(tf.einsum('ij,jk->ik', a, b).arraySync()).toEqual([
    [19, 22],
    [43, 50],
  ]);
});

test('an embedding learns: equal ids add their gradients', () => {
  const table = tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]);
  const grad = tf.grad((x) => tf.gather(x, tf.tensor1d([2, 0, 2], 'int32')).sum())(table);
  expect(grad.arraySync()).toEqual([
    [1, 1],
    [0, 0],
    [2, 2],
  ]);
});

test('no kernel leaves tensors behind', () => {
  for (const { f, shape } of cases) {
    const x = random(shape, 1);
    const before = tf.engine().backend.numDataIds();
    tf.tidy(() => void tf.grad((each) => f(each).sum())(x));
    expect(tf.engine().backend.numDataIds()).toBe(before);
    x.dispose();
  }
});

/** Σ w·f(x) with fixed weights w, so that no output element can hide behind another. */
const weighted = (f: Case['f']) => (x: tf.Tensor) => {
  const y = f(x);
  return y.mul(random(y.shape, 11)).sum();
};

const gradient = (f: Case['f'], x: tf.Tensor): Float32Array =>
  tf.tidy(() => tf.grad(weighted(f))(x).dataSync() as Float32Array);

function differenceQuotients(f: Case['f'], x: tf.Tensor): number[] {
  const values = x.dataSync() as Float32Array;
  const step = 0.01;
  const valueAt = (i: number, delta: number) =>
    tf.tidy(() => {
      const moved = Float32Array.from(values);
      moved[i]! += delta;
      const y = f(tf.tensor(moved, x.shape));
      const [outputs, weights] = [y.dataSync() as Float32Array, random(y.shape, 11).dataSync()];
      return { sum: outputs.reduce((sum, output, k) => sum + output * weights[k]!, 0), at: moved[i]! };
    });
  return Array.from(values, (_, i) => {
    const [high, low] = [valueAt(i, step), valueAt(i, -step)];
    return (high.sum - low.sum) / (high.at - low.at);
  });
}

function onCpu(f: Case['f'], x: tf.Tensor): Float32Array {
  const values = x.dataSync() as Float32Array;
  const { engine, backendName } = { engine: tf.engine(), backendName: tf.getBackend() };
  engine.setBackend('cpu');
  try {
    return gradient(f, tf.tensor(Float32Array.from(values), x.shape));
  } finally {
    engine.setBackend(backendName);
  }
}

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  const scale = Math.max(1, ...Array.from(expected, Math.abs));
  const worst = Math.max(...Array.from(expected, (value, i) => Math.abs(value - actual[i]!)));
  expect(worst / scale).toBeLessThan(tolerance);
}
