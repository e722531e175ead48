import { beforeAll, describe, expect, test } from 'vitest';
import { openArena, type Arena } from './testing/arena.ts';
import { furthest, makeDraw } from './testing/draw.ts';

let arena: Arena;
beforeAll(async () => void (arena = await openArena()));

const draw = makeDraw(7);
const EPSILON = 1e-3;
const CASES = [true, false].flatMap((hasScale) =>
  Array.from({ length: 15 }, () => ({ rows: 1 + draw.upTo(40), columns: 1 + draw.upTo(14), hasScale })),
);

type Numbers = ArrayLike<number>;
type Shape = { rows: number; columns: number };
const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);

/** Normalisation in double precision over the groups that `groupOf` puts values into. */
function normalized({ rows, columns }: Shape, isBatch: boolean, x: Numbers, gamma: Numbers, beta: Numbers) {
  const groups: number[][] = Array.from({ length: isBatch ? columns : rows }, () => []);
  for (let i = 0; i < rows * columns; i++) groups[isBatch ? i % columns : Math.floor(i / columns)]!.push(i);
  const means = groups.map((group) => sum(group.map((i) => x[i]!)) / group.length);
  const variances = groups.map((group, g) => sum(group.map((i) => (x[i]! - means[g]!) ** 2)) / group.length);
  const y = new Float64Array(rows * columns);
  groups.forEach((group, g) =>
    group.forEach((i) => {
      const normal = (x[i]! - means[g]!) / Math.sqrt(variances[g]! + EPSILON);
      y[i] = normal * gamma[i % columns]! + beta[i % columns]!;
    }),
  );
  return { y, means, variances };
}

/** The slope of Σ dy·y for each value of one of the inputs, by central differences. */
function slopes(values: Float32Array, lossOf: (moved: Float64Array) => number): number[] {
  const moved = Float64Array.from(values);
  return [...values].map((value, i) => {
    const [above, below] = [1e-5, -1e-5].map((by) => {
      moved[i] = value + by;
      return lossOf(moved);
    });
    moved[i] = value;
    return (above! - below!) / 2e-5;
  });
}

describe.each(['batch', 'layer'])('%s normalisation', (kind) => {
  const isBatch = kind === 'batch';
  test.each(CASES)('of $rows × $columns, with gamma and beta $hasScale', ({ rows, columns, hasScale }) => {
    const { kernels, put, room, floats } = arena;
    const [size, groups] = [rows * columns, isBatch ? columns : rows];
    const [x, dy] = [draw.values(size).map((value) => value * 3 + 5), draw.values(size)];
    const [gamma, beta] = hasScale
      ? [draw.values(columns), draw.values(columns)]
      : [new Float32Array(columns).fill(1), new Float32Array(columns)];
    const [g, b] = hasScale ? [put(gamma), put(beta)] : [0, 0];
    const [from, d, y, mean, variance] = [put(x), put(dy), room(size), room(groups), room(groups)];
    const [dx, dgamma, dbeta] = [room(size), room(columns), room(columns)];
    const scratch = room((isBatch ? kernels.batchNormScratch : kernels.layerNormScratch)(columns) / 4);
    if (isBatch) {
      kernels.batchNorm(rows, columns, from, g, b, EPSILON, y, mean, variance, scratch);
      kernels.batchNormGradient(
        rows,
        columns,
        from,
        d,
        g,
        EPSILON,
        mean,
        variance,
        dx,
        dgamma,
        dbeta,
        scratch,
      );
    } else {
      kernels.layerNorm(rows, columns, from, g, b, EPSILON, y, mean, variance);
      kernels.layerNormGradient(
        rows,
        columns,
        from,
        d,
        g,
        EPSILON,
        mean,
        variance,
        dx,
        dgamma,
        dbeta,
        scratch,
      );
    }
    const right = normalized({ rows, columns }, isBatch, x, gamma, beta);
    expect(furthest(floats(y, size), right.y)).toBeLessThan(2e-5);
    expect(furthest(floats(mean, groups), right.means)).toBeLessThan(1e-5);
    expect(furthest(floats(variance, groups), right.variances)).toBeLessThan(1e-5);
    const loss = (...[xs, gs, bs]: Numbers[]) => {
      const { y: moved } = normalized({ rows, columns }, isBatch, xs!, gs!, bs!);
      return sum([...moved].map((value, i) => value * dy[i]!));
    };
    const tolerance = 1e-4;
    expect(
      furthest(
        floats(dx, size),
        slopes(x, (moved) => loss(moved, gamma, beta)),
      ),
    ).toBeLessThan(tolerance);
    expect(
      furthest(
        floats(dgamma, columns),
        slopes(gamma, (moved) => loss(x, moved, beta)),
      ),
    ).toBeLessThan(tolerance);
    expect(
      furthest(
        floats(dbeta, columns),
        slopes(beta, (moved) => loss(x, gamma, moved)),
      ),
    ).toBeLessThan(tolerance);
    arena.checkMargins();
  });
});

test('a batch with a mean and variance from before, in place', () => {
  const { kernels, put, floats, room } = arena;
  const x = put([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  const rest = [put([0, 0, 0, 0, 10]), put([3, 3, 3, 3, 24])] as const;
  const scratch = room(kernels.batchNormScratch(5) / 4);
  kernels.batchNormGiven(2, 5, x, put([2, 2, 2, 2, 5]), put([1, 1, 1, 1, 0]), 1, x, ...rest, scratch);
  // (x − mean) · gamma ÷ √(variance + 1) + beta, with roots 2 and 5.
  expect([...floats(x, 10)]).toEqual([2, 3, 4, 5, -5, 7, 8, 9, 10, 0]);
  arena.checkMargins();
});
