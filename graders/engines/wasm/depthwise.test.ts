import { beforeAll, expect, test } from 'vitest';
import { toIntegers, type Geometry } from './geometry.ts';
import { openArena, type Arena } from './testing/arena.ts';
import { eachTap, furthest, geometryOf, makeDraw, nameOf, NO_AXIS } from './testing/draw.ts';

let arena: Arena;
beforeAll(async () => void (arena = await openArena()));

const draw = makeDraw(3);
const CASES = Array.from({ length: 60 }, () => {
  const channels = draw.upTo(11);
  const multiplier = draw.random() < 0.5 ? 1 : draw.upTo(3);
  return geometryOf(draw.upTo(3), [NO_AXIS, draw.axis(3), draw.axis(3)], channels, channels * multiplier);
}).map((g): [string, Geometry] => [nameOf(g), g]);

const sizes = (g: Geometry) => ({
  x: g.batch * g.inHeight * g.inWidth * g.inChannels,
  y: g.batch * g.outHeight * g.outWidth * g.outChannels,
  w: g.filterHeight * g.filterWidth * g.outChannels,
});

/** As for a convolution, but each output channel sees one input channel. */
function eachProduct(g: Geometry, visit: (x: number, w: number, y: number) => void): void {
  const multiplier = g.outChannels / g.inChannels;
  eachTap(g, (output, tap, input) => {
    for (let o = 0; o < g.outChannels; o++)
      visit(
        input * g.inChannels + Math.floor(o / multiplier),
        tap * g.outChannels + o,
        output * g.outChannels + o,
      );
  });
}

const TOLERANCE = 1e-5;

test.each(CASES)('depthwise convolution %s', (_, g) => {
  const size = sizes(g);
  const [x, w, bias] = [draw.values(size.x), draw.values(size.w), draw.values(g.outChannels)];
  const [at, y] = [arena.put(toIntegers(g), true), arena.room(size.y)];
  arena.kernels.depthwise(at, arena.put(x), arena.put(w), y, arena.put(bias), 1);
  const expected = Float64Array.from({ length: size.y }, (_each, i) => bias[i % g.outChannels]!);
  eachProduct(g, (i, j, k) => (expected[k]! += x[i]! * w[j]!));
  const kept = expected.map((value) => Math.max(value, 0));
  expect(furthest(arena.floats(y, size.y), kept)).toBeLessThan(TOLERANCE);
  arena.checkMargins();
});

test.each(CASES)('gradient of the filter %s', (_, g) => {
  const size = sizes(g);
  const [x, dy] = [draw.values(size.x), draw.values(size.y)];
  const [at, dw] = [arena.put(toIntegers(g), true), arena.room(size.w)];
  const scratch = arena.room(arena.kernels.depthwiseFilterGradientScratch(at) / 4);
  arena.kernels.depthwiseFilterGradient(at, arena.put(x), arena.put(dy), dw, scratch);
  const expected = new Float64Array(size.w);
  eachProduct(g, (i, j, k) => (expected[j]! += x[i]! * dy[k]!));
  expect(furthest(arena.floats(dw, size.w), expected)).toBeLessThan(TOLERANCE);
  arena.checkMargins();
});

test.each(CASES)('gradient of the images %s', (_, g) => {
  const size = sizes(g);
  const [w, dy] = [draw.values(size.w), draw.values(size.y)];
  const [at, dx] = [arena.put(toIntegers(g), true), arena.room(size.x)];
  arena.kernels.depthwiseInputGradient(at, arena.put(dy), arena.put(w), dx);
  const expected = new Float64Array(size.x);
  eachProduct(g, (i, j, k) => (expected[i]! += w[j]! * dy[k]!));
  expect(furthest(arena.floats(dx, size.x), expected)).toBeLessThan(TOLERANCE);
  arena.checkMargins();
});
