/**
 * The shape of a convolution or of a pool, as ../geometry.ts writes it into memory: images [batch, depth, height, width, channels], of depth
 * 1 when they are flat. `front`, `top` and `left` are the zeros before an image; those after it follow from the size of the output.
 * Behind it is room for a second one, which a kernel may need.
 */
@unmanaged
export class Geometry {
  batch: i32;
  inDepth: i32;
  inHeight: i32;
  inWidth: i32;
  inChannels: i32;
  outDepth: i32;
  outHeight: i32;
  outWidth: i32;
  outChannels: i32;
  filterDepth: i32;
  filterHeight: i32;
  filterWidth: i32;
  strideDepth: i32;
  strideHeight: i32;
  strideWidth: i32;
  dilationHeight: i32;
  dilationWidth: i32;
  front: i32;
  top: i32;
  left: i32;
}

export function secondGeometry(g: Geometry): Geometry {
  return changetype<Geometry>(changetype<usize>(g) + offsetof<Geometry>());
}

/** The first tap of a filter that lies inside, when its first one would lie at `start`. */
export function firstTap(start: i32, dilation: i32): i32 {
  return start >= 0 ? 0 : (dilation - 1 - start) / dilation;
}

/** One past the last tap that lies inside an axis of `size`. */
export function endTap(start: i32, dilation: i32, size: i32, taps: i32): i32 {
  return start >= size ? 0 : min(taps, (size - 1 - start) / dilation + 1);
}
