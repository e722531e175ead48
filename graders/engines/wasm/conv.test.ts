import { beforeAll, expect, test } from 'vitest';
import { toIntegers, type Geometry } from './geometry.ts';
import { openArena, type Arena } from './testing/arena.ts';
import { eachTap, furthest, geometryOf, makeDraw, nameOf, NO_AXIS } from './testing/draw.ts';

let arena: Arena;
beforeAll(async () => void (arena = await openArena()));

const draw = makeDraw(2);
const plain = { ...NO_AXIS, size: 12, taps: 3, out: 10 };
const image = (c: number, f: number, batch = 2) => geometryOf(batch, [NO_AXIS, plain, plain], c, f);
/** Edges of tiles and panels, images of one pixel, more images than one group of padded ones holds, then anything. */
const CASES: Geometry[] = [
  image(1, 8),
  image(3, 16),
  image(8, 5),
  geometryOf(70, [NO_AXIS, { ...NO_AXIS, size: 3, taps: 3 }, { ...NO_AXIS, size: 3, taps: 3 }], 4, 8),
  geometryOf(
    9,
    [NO_AXIS, { ...plain, size: 40, before: 1, out: 40 }, { ...plain, size: 40, before: 1, out: 40 }],
    9,
    3,
  ),
  ...Array.from({ length: 60 }, () =>
    geometryOf(draw.upTo(4), [NO_AXIS, draw.axis(3), draw.axis(3)], draw.upTo(6), draw.upTo(20)),
  ),
];
const cases = CASES.map((g): [string, Geometry] => [nameOf(g), g]);

const sizes = (g: Geometry) => ({
  x: g.batch * g.inHeight * g.inWidth * g.inChannels,
  y: g.batch * g.outHeight * g.outWidth * g.outChannels,
  w: g.filterHeight * g.filterWidth * g.inChannels * g.outChannels,
});

/** Calls `visit` with the places of three values of which two multiplied are added to the third: of x, of the filter and of y. */
function eachProduct(g: Geometry, visit: (x: number, w: number, y: number) => void): void {
  eachTap(g, (output, tap, input) => {
    for (let c = 0; c < g.inChannels; c++)
      for (let f = 0; f < g.outChannels; f++)
        visit(
          input * g.inChannels + c,
          (tap * g.inChannels + c) * g.outChannels + f,
          output * g.outChannels + f,
        );
  });
}

const TOLERANCE = 2e-5;

test.each(cases)('convolution %s', (_, g) => {
  const size = sizes(g);
  const [x, w, bias] = [draw.values(size.x), draw.values(size.w), draw.values(g.outChannels)];
  for (const activation of [0, 1, 2] as const) {
    const at = arena.put([...toIntegers(g), ...toIntegers(g)], true);
    const [y, scratch] = [arena.room(size.y), arena.room(arena.kernels.convScratch(at) / 4)];
    arena.kernels.conv(at, arena.put(x), arena.put(w), y, arena.put(bias), activation, scratch);
    const expected = Float64Array.from({ length: size.y }, (_each, i) => bias[i % g.outChannels]!);
    eachProduct(g, (i, j, k) => (expected[k]! += x[i]! * w[j]!));
    const limit = [Infinity, Infinity, 6][activation]!;
    const kept = expected.map((value) => (activation ? Math.min(Math.max(value, 0), limit) : value));
    expect(furthest(arena.floats(y, size.y), kept)).toBeLessThan(TOLERANCE);
    arena.checkMargins();
  }
});

test.each(cases)('gradient of the filter %s', (_, g) => {
  const size = sizes(g);
  const [x, dy] = [draw.values(size.x), draw.values(size.y)];
  const at = arena.put([...toIntegers(g), ...toIntegers(g)], true);
  const [dw, scratch] = [arena.room(size.w), arena.room(arena.kernels.convFilterGradientScratch(at) / 4)];
  arena.kernels.convFilterGradient(at, arena.put(x), arena.put(dy), dw, scratch);
  const expected = new Float64Array(size.w);
  eachProduct(g, (i, j, k) => (expected[j]! += x[i]! * dy[k]!));
  expect(furthest(arena.floats(dw, size.w), expected)).toBeLessThan(TOLERANCE * Math.max(1, g.batch));
  arena.checkMargins();
});

test.each(cases)('gradient of the images %s', (_, g) => {
  const size = sizes(g);
  const [w, dy] = [draw.values(size.w), draw.values(size.y)];
  const at = arena.put([...toIntegers(g), ...toIntegers(g)], true);
  const [dx, scratch] = [arena.room(size.x), arena.room(arena.kernels.convInputGradientScratch(at) / 4)];
  arena.kernels.convInputGradient(at, arena.put(dy), arena.put(w), dx, scratch);
  const expected = new Float64Array(size.x);
  eachProduct(g, (i, j, k) => (expected[i]! += w[j]! * dy[k]!));
  expect(furthest(arena.floats(dx, size.x), expected)).toBeLessThan(TOLERANCE);
  arena.checkMargins();
});
