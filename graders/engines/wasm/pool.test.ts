import { beforeAll, describe, expect, test } from 'vitest';
import { toIntegers, type Geometry } from './geometry.ts';
import { openArena, type Arena } from './testing/arena.ts';
import { eachTap, furthest, geometryOf, makeDraw, nameOf, NO_AXIS } from './testing/draw.ts';

let arena: Arena;
beforeAll(async () => void (arena = await openArena()));

const draw = makeDraw(4);
/** Padding less than a window, as tfjs has it: every window holds at least one pixel. */
function axis() {
  const taps = draw.upTo(4);
  const [before, after, stride] = [draw.fromZero(taps - 1), draw.fromZero(taps - 1), draw.upTo(3)];
  const size = taps + draw.fromZero(6);
  const out = 1 + Math.floor((size + before + after - taps) / stride);
  return { size, taps, stride, dilation: 1, before, out };
}
const CASES = Array.from({ length: 60 }, (_, i) => {
  const channels = draw.upTo(11);
  return geometryOf(draw.upTo(3), [i % 3 ? NO_AXIS : axis(), axis(), axis()], channels, channels);
}).map((g): [string, Geometry] => [nameOf(g), g]);

const sizes = (g: Geometry) => ({
  x: g.batch * g.inDepth * g.inHeight * g.inWidth * g.inChannels,
  y: g.batch * g.outDepth * g.outHeight * g.outWidth * g.inChannels,
});

/** The places in x under each output value, in their order. */
function windowsOf(g: Geometry): number[][] {
  const windows: number[][] = Array.from({ length: sizes(g).y }, () => []);
  eachTap(g, (output, _, input) => {
    for (let c = 0; c < g.inChannels; c++) windows[output * g.inChannels + c]!.push(input * g.inChannels + c);
  });
  return windows;
}

describe.each(CASES)('pooling %s', (_, g) => {
  const size = sizes(g);
  const windows = windowsOf(g);
  // Below zero, where a search that began at 0 would find nothing; few different ones, so that equals meet.
  const x = draw.values(size.x).map((value) => Math.floor(value * 4) - 9);
  const dy = draw.values(size.y);
  const winners = windows.map((window) => window.reduce((best, i) => (x[i]! > x[best]! ? i : best)));

  test('greatest values and their gradient', () => {
    const at = arena.put([...toIntegers(g), ...toIntegers(g)], true);
    const from = arena.put(x);
    const [y, where, dx] = [arena.room(size.y), arena.room(size.y), arena.room(size.x)];
    arena.kernels.maxPool(at, from, y, where);
    arena.kernels.maxPoolGradient(at, arena.put(dy), where, dx);
    expect([...arena.floats(y, size.y)]).toEqual(winners.map((i) => x[i]!));
    const expected = new Float64Array(size.x);
    winners.forEach((i, k) => (expected[i]! += dy[k]!));
    expect(furthest(arena.floats(dx, size.x), expected)).toBeLessThan(1e-5);
    arena.checkMargins();
  });

  test('means and their gradient', () => {
    const at = arena.put([...toIntegers(g), ...toIntegers(g)], true);
    const [y, dx] = [arena.room(size.y), arena.room(size.x)];
    arena.kernels.averagePool(at, arena.put(x), y);
    arena.kernels.averagePoolGradient(at, arena.put(dy), dx);
    const means = windows.map((window) => window.reduce((sum, i) => sum + x[i]!, 0) / window.length);
    expect(furthest(arena.floats(y, size.y), means)).toBeLessThan(1e-4);
    const expected = new Float64Array(size.x);
    windows.forEach((window, k) => window.forEach((i) => (expected[i]! += dy[k]! / window.length)));
    expect(furthest(arena.floats(dx, size.x), expected)).toBeLessThan(1e-5);
    arena.checkMargins();
  });
});

test.each([1, 4])(
  'what is not a number is the greatest, wherever it stands, with %s channels',
  (channels) => {
    const g = geometryOf(1, [NO_AXIS, NO_AXIS, { ...NO_AXIS, size: 3, taps: 3 }], channels, channels);
    for (const place of [0, 1, 2]) {
      const x = Array.from({ length: 3 * channels }, (_, i) =>
        Math.floor(i / channels) === place ? NaN : 7,
      );
      const [at, y, where] = [
        arena.put([...toIntegers(g), ...toIntegers(g)], true),
        arena.room(channels),
        arena.room(channels),
      ];
      arena.kernels.maxPool(at, arena.put(x), y, where);
      expect([...arena.floats(y, channels)]).toEqual(Array(channels).fill(NaN));
      expect(arena.integers(where, 1)[0]).toBe(place * channels);
    }
  },
);
