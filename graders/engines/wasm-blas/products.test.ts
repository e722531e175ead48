import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { basename } from 'node:path';
import { startHere } from '../testing/start-here.ts';
import { fromIntegers, GEOMETRY_BYTES, toIntegers, type Geometry } from '../wasm/geometry.ts';
import { heap } from '../wasm/heap.ts';
import type { Address, Kernels } from '../wasm/kernels.ts';
import { eachTap, furthest, geometryOf, makeDraw, nameOf, NO_AXIS } from '../wasm/testing/draw.ts';
import { locateWasmBlas } from './locate.ts';
import { loadSgemm, type Sgemm } from './sgemm.ts';
import { multiplyWith } from './start.ts';

const located = locateWasmBlas();
const draw = makeDraw(3);
let own: Kernels;
let sgemm: ReturnType<typeof vi.fn<Sgemm>>;

/** Memory with numbers in it; where a kernel must write all, NaN. */
function put(values: ArrayLike<number>): Address {
  const at = heap().allocate(4 * values.length);
  heap()
    .floats()
    .set(values, at / 4);
  return at;
}
const room = (count: number): Address => put(new Float32Array(count).fill(NaN));
const read = (at: Address, count: number) =>
  heap()
    .floats()
    .slice(at / 4, at / 4 + count);

describe.skipIf(!located.ok)(`OpenBLAS${located.ok ? '' : `: ${located.why}`}`, () => {
  beforeAll(async () => {
    await startHere('wasm');
    own = { ...heap().kernels };
    const find = (name: string) =>
      located.ok ? located.parts.files.find((file) => basename(file) === name)! : '';
    sgemm = vi.fn<Sgemm>(loadSgemm(find, heap().memory));
    multiplyWith(sgemm, heap());
  });

  type Form = { a: boolean; b: boolean; bias: boolean; accumulate: 0 | 1 };
  const FORMS: Form[] = [false, true].flatMap((a) =>
    [false, true].flatMap((b) => [
      { a, b, bias: false, accumulate: 0 as const },
      { a, b, bias: true, accumulate: 0 as const },
      { a, b, bias: false, accumulate: 1 as const },
    ]),
  );
  /** One row, one column, one product a sum; tiny ones beside large ones; then anything. Rows of C may lie apart. */
  const SIZES = [
    [1, 128, 784, 0],
    [784, 1, 32, 3],
    [128, 100, 1, 0],
    [3, 5, 7, 0],
    [32, 10, 64, 2],
    ...Array.from({ length: 12 }, () => [draw.upTo(130), draw.upTo(70), draw.upTo(90), draw.fromZero(3)]),
  ].map(([rows, columns, inner, apart]) => ({
    rows: rows!,
    columns: columns!,
    inner: inner!,
    apart: apart!,
    activation: draw.fromZero(2) as 0 | 1 | 2,
  }));

  test.each(FORMS)(
    'products as sums in double precision, transposed $a $b, bias $bias, accumulate $accumulate',
    (form) => {
      for (const size of SIZES) {
        const { rows, columns, inner, apart, activation } = size;
        const rowOfC = columns + apart;
        const [a, b] = [draw.values(rows * inner), draw.values(inner * columns)];
        const [bias, before] = [draw.values(columns), draw.values(rows * rowOfC)];
        const [stepA, nextA] = form.a ? [1, rows] : [inner, 1];
        const [stepB, nextB] = form.b ? [1, inner] : [columns, 1];
        const c = put(before);
        const scratch = heap().scratch(own.gemmScratch(columns, inner));
        sgemm.mockClear();
        // prettier-ignore
        heap().kernels.gemm(
          rows, columns, inner, put(a), stepA, nextA, put(b), stepB, nextB, c, rowOfC,
          form.bias ? put(bias) : 0, form.accumulate, activation, scratch,
        );
        expect(sgemm).toHaveBeenCalledTimes(rows * columns * inner < 8192 ? 0 : 1);
        const expected = Float64Array.from(before);
        for (let m = 0; m < rows; m++)
          for (let n = 0; n < columns; n++) {
            const at = m * rowOfC + n;
            let sum = form.bias ? bias[n]! : form.accumulate ? before[at]! : 0;
            for (let k = 0; k < inner; k++) sum += a[m * stepA + k * nextA]! * b[k * stepB + n * nextB]!;
            expected[at] = activation ? Math.min(Math.max(sum, 0), [0, Infinity, 6][activation]!) : sum;
          }
        const found = read(c, rows * rowOfC);
        expect(furthest(found, expected), JSON.stringify(size)).toBeLessThan(1e-5 + 1e-6 * inner);
      }
    },
  );

  test('a matrix that recurrent layers keep for many steps, as it is and transposed', () => {
    const { packMatrix, packedSize, gemmPacked } = heap().kernels;
    for (const [rowStep, columnStep] of [
      [96, 1],
      [1, 32],
    ] as const)
      for (const rows of [1, 32]) {
        const [a, b, bias] = [draw.values(rows * 40), draw.values(32 * 96), draw.values(96)];
        const packed = heap().allocate(packedSize(32, 96));
        packMatrix(32, 96, put(b), rowStep, columnStep, packed);
        const c = room(rows * 96);
        gemmPacked(rows, 96, 32, put(a), 40, packed, c, 96, put(bias), 0, heap().scratch(16));
        const expected = Float64Array.from({ length: rows * 96 }, (_, i) => {
          const [m, n] = [Math.floor(i / 96), i % 96];
          let sum = bias[n]!;
          for (let k = 0; k < 32; k++) sum += a[m * 40 + k]! * b[k * rowStep + n * columnStep]!;
          return sum;
        });
        expect(furthest(read(c, rows * 96), expected)).toBeLessThan(1e-5);
      }
  });

  const side = (size: number, taps: number, out: number) => ({ ...NO_AXIS, size, taps, out });
  const GEOMETRIES: Geometry[] = [
    geometryOf(2, [NO_AXIS, side(14, 1, 14), side(14, 1, 14)], 64, 32),
    geometryOf(40, [NO_AXIS, side(9, 3, 7), side(9, 3, 7)], 16, 16),
    geometryOf(2, [NO_AXIS, NO_AXIS, side(40, 5, 36)], 16, 24),
    ...Array.from({ length: 40 }, () =>
      geometryOf(draw.upTo(3), [NO_AXIS, draw.axis(3), draw.axis(3)], 8 + draw.upTo(20), 8 + draw.upTo(20)),
    ),
  ].filter((g) => g.filterHeight * g.filterWidth * g.inChannels * g.outChannels >= 1024);

  test.each(GEOMETRIES.map((g): [string, Geometry] => [nameOf(g), g]))('convolution %s', (_, g) => {
    const size = {
      x: g.batch * g.inHeight * g.inWidth * g.inChannels,
      y: g.batch * g.outHeight * g.outWidth * g.outChannels,
      w: g.filterHeight * g.filterWidth * g.inChannels * g.outChannels,
    };
    const [x, w, dy, bias] = [size.x, size.w, size.y, g.outChannels].map((count) => draw.values(count));
    const [y, dw, dx] = [new Float64Array(size.y), new Float64Array(size.w), new Float64Array(size.x)];
    y.forEach((__, i) => (y[i] = bias![i % g.outChannels]!));
    eachTap(g, (output, tap, input) => {
      for (let c = 0; c < g.inChannels; c++)
        for (let f = 0; f < g.outChannels; f++) {
          const [i, j] = [input * g.inChannels + c, (tap * g.inChannels + c) * g.outChannels + f];
          const k = output * g.outChannels + f;
          y[k]! += x![i]! * w![j]!;
          dw[j]! += x![i]! * dy![k]!;
          dx[i]! += w![j]! * dy![k]!;
        }
    });
    const at = heap().allocate(GEOMETRY_BYTES);
    heap()
      .integers()
      .set(toIntegers(g), at / 4);
    expect(fromIntegers(heap().integers(), at / 4)).toEqual(g);
    const { kernels, scratch } = heap();
    const [inX, inW, inY] = [put(x!), put(w!), put(dy!)];
    const [toY, toW, toX] = [room(size.y), room(size.w), room(size.x)];
    sgemm.mockClear();
    kernels.conv(at, inX, inW, toY, put(bias!), 1, scratch(kernels.convScratch(at)));
    kernels.convFilterGradient(at, inX, inY, toW, scratch(kernels.convFilterGradientScratch(at)));
    kernels.convInputGradient(at, inY, inW, toX, scratch(kernels.convInputGradientScratch(at)));
    expect(sgemm.mock.calls.length).toBeGreaterThanOrEqual(3);
    const relu = y.map((value) => Math.max(value, 0));
    expect(furthest(read(toY, size.y), relu)).toBeLessThan(1e-4);
    expect(furthest(read(toW, size.w), dw)).toBeLessThan(1e-4 * g.batch);
    expect(furthest(read(toX, size.x), dx)).toBeLessThan(1e-4);
  });

  test('products go on when the memory has grown between them', () => {
    const [a, b] = [tf.ones([64, 64]), tf.fill([64, 64], 2)];
    const product = () => tf.tidy(() => [...new Set(tf.matMul(a, b).dataSync())]);
    expect(product()).toEqual([128]);
    const before = heap().memory.buffer;
    const taken = Array.from({ length: 4 }, () => tf.ones([1 << 25]));
    expect(heap().memory.buffer).not.toBe(before);
    expect(before.byteLength).toBe(0);
    expect(product()).toEqual([128]);
    // What lies in the new part too.
    const c = tf.tidy(() => tf.matMul(taken[3]!.slice(0, 64 * 64).reshape([64, 64]), b).dataSync()[4095]);
    expect(c).toBe(128);
    tf.dispose([taken, a, b]);
  });

  test('native code is not let outside the memory, whatever a program says of its shapes', () => {
    const size = { rows: 8, columns: 8, inner: 8 };
    const at = room(64);
    const end = heap().memory.buffer.byteLength;
    const matrix = (from: Address) => ({ at: from, row: 8, isTransposed: false });
    const multiply = (a: Address, b: Address, c: Address, rows = 8) =>
      sgemm({ ...size, rows }, matrix(a), matrix(b), c, 8, 0);
    expect(() => multiply(at, at, end - 252)).toThrow(RangeError);
    expect(() => multiply(end, at, at)).toThrow(RangeError);
    expect(() => multiply(at, end - 4, at)).toThrow(RangeError);
    expect(() => multiply(at, at, at, 1e9)).toThrow(RangeError);
    expect(() => multiply(at, at, at, -1)).toThrow(RangeError);
    // The last matrix that still lies inside.
    expect(() => multiply(end - 256, end - 256, at)).not.toThrow();
  });
});
