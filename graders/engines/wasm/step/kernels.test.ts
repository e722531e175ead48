import { beforeAll, describe, expect, test } from 'vitest';
import { CURVES } from '../curves.ts';
import { openArena, type Arena } from '../testing/arena.ts';
import { furthest, makeDraw } from '../testing/draw.ts';

let arena: Arena;
beforeAll(async () => void (arena = await openArena()));

const draw = makeDraw(3);
const SIZES = [1, 3, 4, 7, 16, 29];
const [SCALE, ALPHA] = [1.0507009873554805, 1.6732632423543772];

/** Each activation as its definition has it, and its slope. */
const DEFINITIONS: Record<string, [value: (x: number) => number, slope: (x: number) => number]> = {
  linear: [(x) => x, () => 1],
  relu: [(x) => Math.max(x, 0), (x) => (x > 0 ? 1 : 0)],
  relu6: [(x) => Math.min(Math.max(x, 0), 6), (x) => (x > 0 && x < 6 ? 1 : 0)],
  sigmoid: [(x) => 1 / (1 + Math.exp(-x)), (x) => Math.exp(-x) / (1 + Math.exp(-x)) ** 2],
  tanh: [Math.tanh, (x) => 1 - Math.tanh(x) ** 2],
  hardSigmoid: [(x) => Math.min(Math.max(0.2 * x + 0.5, 0), 1), (x) => (Math.abs(x) < 2.5 ? 0.2 : 0)],
  elu: [(x) => (x > 0 ? x : Math.expm1(x)), (x) => (x > 0 ? 1 : Math.exp(x))],
  selu: [
    (x) => SCALE * (x > 0 ? x : ALPHA * Math.expm1(x)),
    (x) => SCALE * (x > 0 ? 1 : ALPHA * Math.exp(x)),
  ],
  leakyRelu: [(x) => (x > 0 ? x : 0.2 * x), (x) => (x > 0 ? 1 : 0.2)],
  softsign: [(x) => x / (1 + Math.abs(x)), (x) => 1 / (1 + Math.abs(x)) ** 2],
};

describe('activations and their gradients are their definitions', () => {
  test.each(Object.entries(CURVES))('%s', (name, number) => {
    const [value, slope] = DEFINITIONS[name]!;
    for (const count of SIZES) {
      const x = draw.values(count).map((each) => each * 9);
      const gradient = draw.values(count);
      const [y, to] = [arena.room(count), arena.put(gradient)];
      arena.kernels.activate(count, arena.put(x), y, number, 0.2);
      arena.kernels.activationGradient(count, y, to, number, 0.2);
      expect(furthest(arena.floats(y, count), Array.from(x, value))).toBeLessThan(2e-6);
      expect(
        furthest(
          arena.floats(to, count),
          Array.from(x, (each, i) => slope(each) * gradient[i]!),
        ),
      ).toBeLessThan(3e-6);
      arena.checkMargins();
    }
  });

  test('what is not a number stays so', () => {
    for (const number of Object.values(CURVES)) {
      const at = arena.put([NaN, NaN, NaN, NaN, NaN]);
      arena.kernels.activate(5, at, at, number, 0.2);
      expect([...arena.floats(at, 5)]).toEqual(Array(5).fill(NaN));
    }
  });
});

test('sums of rows, products, multiples and runs', () => {
  const [rows, columns] = [5, 7];
  const x = draw.values(rows * columns);
  const other = draw.values(rows * columns);
  const { kernels, put, room, floats } = arena;
  const sums = room(columns);
  kernels.sumRows(rows, columns, put(x), sums);
  const sumOf = (c: number) =>
    Array.from({ length: rows }, (_, r) => x[r * columns + c]!).reduce((a, b) => a + b);
  expect(
    furthest(
      floats(sums, columns),
      Array.from({ length: columns }, (_, c) => sumOf(c)),
    ),
  ).toBeLessThan(1e-6);
  const product = room(x.length);
  kernels.multiplyFloats(x.length, put(x), put(other), product);
  kernels.scaleFloats(x.length, 0.5, product);
  expect(
    furthest(
      floats(product, x.length),
      x.map((each, i) => (each * other[i]!) / 2),
    ),
  ).toBeLessThan(1e-7);
  const runs = put(Array(12).fill(0));
  kernels.copyRuns(3, 2, put([1, 2, 3, 4, 5, 6]), 2, runs + 4, 4);
  expect([...floats(runs, 12)]).toEqual([0, 1, 2, 0, 0, 3, 4, 0, 0, 5, 6, 0]);
  arena.checkMargins();
});

test('penalties of weights, whose slope at 0 is −l1', () => {
  const { kernels, put, floats } = arena;
  const gradient = put([1, 1, 1]);
  const penalty = kernels.penalize(3, put([2, -3, 0]), gradient, 0.5, 0.25);
  expect(penalty).toBeCloseTo(0.5 * 5 + 0.25 * 13, 6);
  expect(furthest(floats(gradient, 3), [1 + 0.5 + 1, 1 - 0.5 - 1.5, 1 - 0.5])).toBeLessThan(1e-6);
  expect(kernels.penalize(2, put([1, 1]), 0, 1, 0)).toBe(2);
  arena.checkMargins();
});

test('the gradient of softmax is that of its definition', () => {
  const [rows, columns] = [3, 5];
  const p = [0.1, 0.2, 0.3, 0.25, 0.15];
  const g = draw.values(rows * columns);
  const { kernels, put, floats } = arena;
  const at = put(g);
  kernels.softmaxGradient(rows, columns, put([...p, ...p, ...p]), at);
  // Σⱼ gⱼ · pⱼ · (δᵢⱼ − pᵢ)
  const expected = Array.from(g, (_, i) => {
    const [row, own] = [Math.floor(i / columns), i % columns];
    return p.reduce((sum, pj, j) => sum + g[row * columns + j]! * pj * ((j === own ? 1 : 0) - p[own]!), 0);
  });
  expect(furthest(floats(at, rows * columns), expected)).toBeLessThan(1e-6);
  arena.checkMargins();
});

test('every greatest value gets the gradient of a global maximum; statistics move a part of the way', () => {
  const { kernels, put, room, floats } = arena;
  const to = room(6);
  kernels.greatestGradient(1, 3, 2, put([4, 1, 4, 2, 3, 2]), put([4, 2]), put([10, 20]), to);
  expect([...floats(to, 6)]).toEqual([10, 0, 10, 20, 0, 20]);
  const statistic = put([1, 2]);
  kernels.moveStatistics(2, statistic, put([3, 2]), 0.25);
  expect([...floats(statistic, 2)]).toEqual([1.5, 2]);
  arena.checkMargins();
});
