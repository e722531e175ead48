import { addFloats, bytes, fillZeros, multiplyAdd } from './lanes';
import { endTap, firstTap, Geometry } from './geometry';
import { activated } from './tiles';

// Depthwise convolutions: filter [height, width, channels, multiplier], output channel c·multiplier + m. Taps outside an image are left
// out. Four channels at a time where the multiplier is 1, which is what courses use.

/** y = activation(bias + depthwise convolution), for any stride, padding and dilation; `bias` and `activation` as in `conv`. */
export function depthwise(at: usize, x: usize, filter: usize, y: usize, bias: usize, activation: i32): void {
  const g = changetype<Geometry>(at);
  for (let n = 0; n < g.batch; n++) {
    const image = x + bytes(n * g.inHeight * g.inWidth * g.inChannels);
    for (let oy = 0; oy < g.outHeight; oy++) {
      for (let ox = 0; ox < g.outWidth; ox++) {
        pixel(
          g,
          image,
          oy * g.strideHeight - g.top,
          ox * g.strideWidth - g.left,
          filter,
          y,
          bias,
          activation,
        );
        y += bytes(g.outChannels);
      }
    }
  }
}

function pixel(
  g: Geometry,
  image: usize,
  top: i32,
  left: i32,
  filter: usize,
  y: usize,
  bias: usize,
  activation: i32,
): void {
  const multiplier = g.outChannels / g.inChannels;
  let o = 0;
  if (multiplier == 1) {
    for (; o + 4 <= g.outChannels; o += 4) {
      const start = bias ? v128.load(bias + bytes(o)) : f32x4.splat(0);
      v128.store(y + bytes(o), activated(window4(g, image, top, left, filter, o, start), activation));
    }
  }
  for (; o < g.outChannels; o++) {
    const start: f32 = bias ? load<f32>(bias + bytes(o)) : 0;
    const sum = window(g, image, top, left, filter, o, o / multiplier, start);
    store<f32>(y + bytes(o), f32x4.extract_lane(activated(f32x4.splat(sum), activation), 0));
  }
}

function window4(g: Geometry, image: usize, top: i32, left: i32, filter: usize, o: i32, sum: v128): v128 {
  const end = endTap(left, g.dilationWidth, g.inWidth, g.filterWidth);
  for (
    let i = firstTap(top, g.dilationHeight);
    i < endTap(top, g.dilationHeight, g.inHeight, g.filterHeight);
    i++
  ) {
    const line = (top + i * g.dilationHeight) * g.inWidth + left;
    for (let j = firstTap(left, g.dilationWidth); j < end; j++) {
      const x = v128.load(image + bytes((line + j * g.dilationWidth) * g.inChannels + o));
      sum = multiplyAdd(sum, x, v128.load(filter + bytes((i * g.filterWidth + j) * g.outChannels + o)));
    }
  }
  return sum;
}

function window(
  g: Geometry,
  image: usize,
  top: i32,
  left: i32,
  filter: usize,
  o: i32,
  c: i32,
  sum: f32,
): f32 {
  const end = endTap(left, g.dilationWidth, g.inWidth, g.filterWidth);
  for (
    let i = firstTap(top, g.dilationHeight);
    i < endTap(top, g.dilationHeight, g.inHeight, g.filterHeight);
    i++
  ) {
    const line = (top + i * g.dilationHeight) * g.inWidth + left;
    for (let j = firstTap(left, g.dilationWidth); j < end; j++) {
      const x = load<f32>(image + bytes((line + j * g.dilationWidth) * g.inChannels + c));
      sum += x * load<f32>(filter + bytes((i * g.filterWidth + j) * g.outChannels + o));
    }
  }
  return sum;
}

/** dx of a depthwise convolution: each gradient is added to what its window saw. */
export function depthwiseInputGradient(at: usize, dy: usize, filter: usize, dx: usize): void {
  const g = changetype<Geometry>(at);
  fillZeros(dx, g.batch * g.inHeight * g.inWidth * g.inChannels);
  for (let n = 0; n < g.batch; n++) {
    const image = dx + bytes(n * g.inHeight * g.inWidth * g.inChannels);
    for (let oy = 0; oy < g.outHeight; oy++) {
      for (let ox = 0; ox < g.outWidth; ox++) {
        scatterPixel(g, image, oy * g.strideHeight - g.top, ox * g.strideWidth - g.left, filter, dy);
        dy += bytes(g.outChannels);
      }
    }
  }
}

function scatterPixel(g: Geometry, image: usize, top: i32, left: i32, filter: usize, dy: usize): void {
  const end = endTap(left, g.dilationWidth, g.inWidth, g.filterWidth);
  for (
    let i = firstTap(top, g.dilationHeight);
    i < endTap(top, g.dilationHeight, g.inHeight, g.filterHeight);
    i++
  ) {
    const line = (top + i * g.dilationHeight) * g.inWidth + left;
    for (let j = firstTap(left, g.dilationWidth); j < end; j++) {
      const to = image + bytes((line + j * g.dilationWidth) * g.inChannels);
      addTap(g, filter + bytes((i * g.filterWidth + j) * g.outChannels), dy, to);
    }
  }
}

function addTap(g: Geometry, tap: usize, dy: usize, to: usize): void {
  const multiplier = g.outChannels / g.inChannels;
  let c = 0;
  if (multiplier == 1) {
    for (; c + 4 <= g.inChannels; c += 4) {
      const each = to + bytes(c);
      v128.store(each, multiplyAdd(v128.load(each), v128.load(dy + bytes(c)), v128.load(tap + bytes(c))));
    }
  }
  for (; c < g.inChannels; c++) {
    let sum: f32 = 0;
    for (let o = c * multiplier; o < (c + 1) * multiplier; o++) {
      sum += load<f32>(dy + bytes(o)) * load<f32>(tap + bytes(o));
    }
    store<f32>(to + bytes(c), load<f32>(to + bytes(c)) + sum);
  }
}

/** Bytes of scratch memory that `depthwiseFilterGradient` needs. */
export function depthwiseFilterGradientScratch(at: usize): i32 {
  const g = changetype<Geometry>(at);
  return 4 * g.filterHeight * g.filterWidth * g.outChannels;
}

/** dw of a depthwise convolution. Each image is summed by itself first: one long sum would lose digits. */
export function depthwiseFilterGradient(at: usize, x: usize, dy: usize, dw: usize, scratch: usize): void {
  const g = changetype<Geometry>(at);
  const taps = g.filterHeight * g.filterWidth * g.outChannels;
  fillZeros(dw, taps);
  for (let n = 0; n < g.batch; n++) {
    fillZeros(scratch, taps);
    const image = x + bytes(n * g.inHeight * g.inWidth * g.inChannels);
    for (let oy = 0; oy < g.outHeight; oy++) {
      for (let ox = 0; ox < g.outWidth; ox++) {
        collectPixel(g, image, oy * g.strideHeight - g.top, ox * g.strideWidth - g.left, dy, scratch);
        dy += bytes(g.outChannels);
      }
    }
    addFloats(dw, scratch, taps);
  }
}

function collectPixel(g: Geometry, image: usize, top: i32, left: i32, dy: usize, sums: usize): void {
  const end = endTap(left, g.dilationWidth, g.inWidth, g.filterWidth);
  for (
    let i = firstTap(top, g.dilationHeight);
    i < endTap(top, g.dilationHeight, g.inHeight, g.filterHeight);
    i++
  ) {
    const line = (top + i * g.dilationHeight) * g.inWidth + left;
    for (let j = firstTap(left, g.dilationWidth); j < end; j++) {
      const from = image + bytes((line + j * g.dilationWidth) * g.inChannels);
      collectTap(g, from, dy, sums + bytes((i * g.filterWidth + j) * g.outChannels));
    }
  }
}

function collectTap(g: Geometry, x: usize, dy: usize, sums: usize): void {
  const multiplier = g.outChannels / g.inChannels;
  let o = 0;
  if (multiplier == 1) {
    for (; o + 4 <= g.outChannels; o += 4) {
      const each = sums + bytes(o);
      v128.store(each, multiplyAdd(v128.load(each), v128.load(x + bytes(o)), v128.load(dy + bytes(o))));
    }
  }
  for (; o < g.outChannels; o++) {
    const value = load<f32>(x + bytes(o / multiplier)) * load<f32>(dy + bytes(o));
    store<f32>(sums + bytes(o), load<f32>(sums + bytes(o)) + value);
  }
}
