import { beforeAll, expect, test } from 'vitest';
import { openArena, type Arena } from './testing/arena.ts';
import { furthest, makeDraw } from './testing/draw.ts';

let arena: Arena;
beforeAll(async () => void (arena = await openArena()));

const draw = makeDraw(6);
const SHAPES = Array.from({ length: 20 }, () => ({ rows: draw.upTo(9), width: draw.upTo(14) }));

/** Rows of softmax in double precision. */
const softmaxOf = (x: Float32Array, width: number) =>
  Float64Array.from(x, (value, i) => {
    const row = x.subarray(i - (i % width), i - (i % width) + width);
    const most = Math.max(...row);
    return Math.exp(value - most) / row.reduce((sum, each) => sum + Math.exp(each - most), 0);
  });

test.each(SHAPES)('softmax of $rows × $width', ({ rows, width }) => {
  const x = draw.values(rows * width).map((value) => value * 30);
  const y = arena.room(rows * width);
  arena.kernels.softmax(rows, width, arena.put(x), y);
  expect(furthest(arena.floats(y, rows * width), softmaxOf(x, width))).toBeLessThan(3e-7);
  arena.checkMargins();
});

test('softmax of values without bounds, and of what is not a number', () => {
  const run = (x: number[]) => {
    const at = arena.put(x);
    arena.kernels.softmax(1, x.length, at, at);
    return [...arena.floats(at, x.length)];
  };
  expect(run([-Infinity, 0, 0, -1e9, -1e30])).toEqual([0, 0.5, 0.5, 0, 0]);
  expect(run([1e30, 0])).toEqual([1, 0]);
  expect(run([NaN, 0, 0, 0, 1])).toEqual(Array(5).fill(NaN));
  expect(run([0, 0, 0, 0, NaN])).toEqual(Array(5).fill(NaN));
});

/** The loss of tfjs: what is outside the bounds counts as the bound. */
const lossOf = (p: Float64Array, target: Float32Array, rows: number) =>
  p.reduce((sum, value, i) => sum - target[i]! * Math.log(Math.min(Math.max(value, 1e-7), 1 - 1e-7)), 0) /
  rows;

test.each(SHAPES)('gradient of crossentropy through softmax of $rows × $width', ({ rows, width }) => {
  const size = rows * width;
  // Some far below the others, so that their probabilities are clipped.
  const z = draw.values(size).map((value) => (value > 0.8 ? -40 : value * 2));
  const target = draw.values(size).map(Math.abs);
  const [p, dz] = [arena.room(size), arena.room(size)];
  arena.kernels.softmax(rows, width, arena.put(z), p);
  arena.kernels.softmaxCrossEntropyGradient(rows, width, p, arena.put(target), dz);
  const moved = (i: number, by: number) => {
    // In double precision: the step would vanish in a float.
    const row = Math.floor(i / width) * width;
    const each = Float64Array.from(z.subarray(row, row + width));
    each[i - row]! += by;
    const most = Math.max(...each);
    const total = each.reduce((sum, value) => sum + Math.exp(value - most), 0);
    const all = softmaxOf(z, width);
    each.forEach((value, k) => (all[row + k] = Math.exp(value - most) / total));
    return lossOf(all, target, rows);
  };
  const expected = Float64Array.from({ length: size }, (_, i) => (moved(i, 1e-5) - moved(i, -1e-5)) / 2e-5);
  expect(furthest(arena.floats(dz, size), expected)).toBeLessThan(2e-6);
  arena.checkMargins();
});
