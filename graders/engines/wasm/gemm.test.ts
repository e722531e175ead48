import { beforeAll, describe, expect, test } from 'vitest';
import { mulberry32 } from '#lib/core/rng.ts';
import { openArena, type Arena } from './testing/arena.ts';

let arena: Arena;
beforeAll(async () => void (arena = await openArena()));

const random = mulberry32(1);
const below = (most: number) => 1 + Math.floor(random() * most);
const draw = (count: number) => Float32Array.from({ length: count }, () => random() * 2 - 1);

type Case = { rows: number; columns: number; inner: number; activation: 0 | 1 | 2 };
type Form = { a: boolean; b: boolean; bias: boolean; accumulate: 0 | 1 };
const FORMS: Form[] = [false, true].flatMap((a) =>
  [false, true].flatMap((b) => [
    { a, b, bias: false, accumulate: 0 as const },
    { a, b, bias: true, accumulate: 0 as const },
    { a, b, bias: false, accumulate: 1 as const },
  ]),
);
/** Edges of a tile, of a block of rows, of the packing and of the cut through the inner axis; then anything. */
const CASES: Case[] = [
  ...[1, 3, 4, 5, 8].map((rows) => ({ rows, columns: 8, inner: 7, activation: 0 as const })),
  { rows: 65, columns: 24, inner: 513, activation: 1 },
  { rows: 130, columns: 17, inner: 1030, activation: 2 },
  { rows: 3, columns: 5, inner: 0, activation: 0 },
  ...Array.from({ length: 30 }, () => ({
    rows: below(80),
    columns: below(40),
    inner: below(90),
    activation: Math.floor(random() * 3) as 0 | 1 | 2,
  })),
];

const act = (value: number, kind: number) =>
  kind === 0 ? value : Math.min(Math.max(value, 0), [0, Infinity, 6][kind]!);

describe.each(FORMS)('product, transposed $a $b, bias $bias, accumulate $accumulate', (form) => {
  test.each(CASES)('$rows × $columns over $inner, activation $activation', (size) => {
    const { rows, columns, inner, activation } = size;
    const [a, b, bias, before] = [
      draw(rows * inner),
      draw(inner * columns),
      draw(columns),
      draw(rows * columns),
    ];
    const [stepA, nextA] = form.a ? [1, rows] : [inner, 1];
    const [stepB, nextB] = form.b ? [1, inner] : [columns, 1];
    const c = arena.put(before);
    const scratch = arena.room(arena.kernels.gemmScratch(columns, inner) / 4);
    // prettier-ignore
    arena.kernels.gemm(
      rows, columns, inner, arena.put(a), stepA, nextA, arena.put(b), stepB, nextB, c, columns,
      form.bias ? arena.put(bias) : 0, form.accumulate, activation, scratch,
    );
    const found = arena.floats(c, rows * columns);
    arena.checkMargins();
    for (let m = 0; m < rows; m++)
      for (let n = 0; n < columns; n++) {
        let sum = form.bias ? bias[n]! : form.accumulate ? before[m * columns + n]! : 0;
        for (let k = 0; k < inner; k++) sum += a[m * stepA + k * nextA]! * b[k * stepB + n * nextB]!;
        expect(Math.abs(found[m * columns + n]! - act(sum, activation))).toBeLessThan(1e-5 + 1e-6 * inner);
      }
  });
});

test('what is not a number stays so, through relu too', () => {
  const scratch = arena.room(arena.kernels.gemmScratch(1, 1) / 4);
  for (const activation of [0, 1, 2] as const) {
    const c = arena.room(1);
    arena.kernels.gemm(
      1,
      1,
      1,
      arena.put([NaN]),
      1,
      1,
      arena.put([0]),
      1,
      1,
      c,
      1,
      0,
      0,
      activation,
      scratch,
    );
    expect(arena.floats(c, 1)[0]).toBeNaN();
  }
});
