import { bytes, copyFloats, fillZeros } from './lanes';
import { Geometry } from './geometry';

/** How many floats of padded images are made at a time: they should still be in the cache when they are read. */
const GROUP: i32 = 1 << 16;

/**
 * Images with their padding around them, so that every tap of every window lies inside. A window that reaches further than the image and
 * what stands before it decides how much stands after it.
 */
export function paddedHeight(g: Geometry): i32 {
  const reach = (g.outHeight - 1) * g.strideHeight + (g.filterHeight - 1) * g.dilationHeight + 1;
  return max(reach, g.top + g.inHeight);
}

export function paddedWidth(g: Geometry): i32 {
  const reach = (g.outWidth - 1) * g.strideWidth + (g.filterWidth - 1) * g.dilationWidth + 1;
  return max(reach, g.left + g.inWidth);
}

export function isPadded(g: Geometry): bool {
  return g.top > 0 || g.left > 0 || paddedHeight(g) > g.inHeight || paddedWidth(g) > g.inWidth;
}

export function paddedFloats(g: Geometry): i32 {
  return paddedHeight(g) * paddedWidth(g) * g.inChannels;
}

/** How many images are padded together. */
export function groupOf(g: Geometry): i32 {
  return isPadded(g) ? max(1, min(g.batch, GROUP / max(1, paddedFloats(g)))) : g.batch;
}

/** Floats of scratch memory for a group. */
export function groupFloats(g: Geometry): i32 {
  return isPadded(g) ? groupOf(g) * paddedFloats(g) : 0;
}

/** Images `first` … of `count` with their padding: copied to `to`, or where they lie when they have none. */
export function padGroup(g: Geometry, x: usize, first: i32, count: i32, to: usize): usize {
  const from = x + bytes(first * g.inHeight * g.inWidth * g.inChannels);
  if (!isPadded(g)) return from;
  const line = g.inWidth * g.inChannels;
  const paddedLine = paddedWidth(g) * g.inChannels;
  fillZeros(to, count * paddedFloats(g));
  for (let n = 0; n < count; n++) {
    const image = to + bytes(n * paddedFloats(g) + g.top * paddedLine + g.left * g.inChannels);
    const source = from + bytes(n * g.inHeight * line);
    for (let y = 0; y < g.inHeight; y++)
      copyFloats(image + bytes(y * paddedLine), source + bytes(y * line), line);
  }
  return to;
}
