import { mulberry32 } from '#lib/core/rng.ts';
import type { Geometry } from '../geometry.ts';

/** Random numbers, shapes and windows for the tests of the kernels; the same ones on each run. */
export function makeDraw(seed: number) {
  const random = mulberry32(seed);
  const upTo = (most: number) => 1 + Math.floor(random() * most);
  const fromZero = (most: number) => Math.floor(random() * (most + 1));
  const values = (count: number) => Float32Array.from({ length: count }, () => random() * 2 - 1);
  /** One axis: its size, and how windows go over it. What stands after the axis is up to `most` as well. */
  const axis = (dilationMost: number, padMost = 3) => {
    const [taps, stride, dilation] = [upTo(4), upTo(3), upTo(dilationMost)];
    const reach = (taps - 1) * dilation + 1;
    const before = fromZero(padMost);
    const size = Math.max(1, reach - before) + fromZero(9);
    const out = 1 + Math.floor((size + before + fromZero(padMost) - reach) / stride);
    return { size, taps, stride, dilation, before, out };
  };
  return { upTo, fromZero, values, axis, random };
}

type Axis = ReturnType<ReturnType<typeof makeDraw>['axis']>;
export const NO_AXIS: Axis = { size: 1, taps: 1, stride: 1, dilation: 1, before: 0, out: 1 };

export const geometryOf = (
  batch: number,
  [z, y, x]: [Axis, Axis, Axis],
  inChannels: number,
  outChannels: number,
): Geometry => ({
  batch,
  inDepth: z.size,
  inHeight: y.size,
  inWidth: x.size,
  inChannels,
  outDepth: z.out,
  outHeight: y.out,
  outWidth: x.out,
  outChannels,
  filterDepth: z.taps,
  filterHeight: y.taps,
  filterWidth: x.taps,
  strideDepth: z.stride,
  strideHeight: y.stride,
  strideWidth: x.stride,
  dilationHeight: y.dilation,
  dilationWidth: x.dilation,
  front: z.before,
  top: y.before,
  left: x.before,
});

/** Sizes as a test's name. */
export const nameOf = (g: Geometry): string =>
  `${g.batch}×${g.inDepth}×${g.inHeight}×${g.inWidth}×${g.inChannels} → ${g.outDepth}×${g.outHeight}×${g.outWidth}×${g.outChannels}, ` +
  `window ${g.filterDepth}×${g.filterHeight}×${g.filterWidth}, strides ${g.strideDepth} ${g.strideHeight} ${g.strideWidth}, ` +
  `dilations ${g.dilationHeight} ${g.dilationWidth}, before ${g.front} ${g.top} ${g.left}`;

/** Calls `visit` with the places of an output pixel, a tap and the input pixel that it joins, wherever that lies inside the image. */
export function eachTap(g: Geometry, visit: (output: number, tap: number, input: number) => void): void {
  const axes = [
    [g.outDepth, g.filterDepth, g.strideDepth, 1, g.front, g.inDepth],
    [g.outHeight, g.filterHeight, g.strideHeight, g.dilationHeight, g.top, g.inHeight],
    [g.outWidth, g.filterWidth, g.strideWidth, g.dilationWidth, g.left, g.inWidth],
  ] as const;
  const along = (axis: number, output: number, tap: number, input: number): void => {
    if (axis === 3) return visit(output, tap, input);
    const [outs, taps, stride, dilation, before, size] = axes[axis]!;
    for (let o = 0; o < outs; o++)
      for (let t = 0; t < taps; t++) {
        const at = o * stride + t * dilation - before;
        if (at >= 0 && at < size) along(axis + 1, output * outs + o, tap * taps + t, input * size + at);
      }
  };
  for (let n = 0; n < g.batch; n++) along(0, n, 0, n);
}

/** The furthest that any value is from what double precision gives. */
export const furthest = (found: ArrayLike<number>, expected: ArrayLike<number>): number => {
  let most = 0;
  for (let i = 0; i < expected.length; i++) {
    const off = Math.abs(found[i]! - expected[i]!);
    most = Number.isNaN(off) ? Infinity : Math.max(most, off);
  }
  return most;
};
