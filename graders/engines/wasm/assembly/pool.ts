import { addFloats, bytes, fillZeros, getLanes, lanesAt, setLanes } from './lanes';
import { Geometry, secondGeometry } from './geometry';

// Pooling over depth, height and width; a flat image has depth 1. Padding takes no part: neither in a maximum nor in the count of a mean.

/** Values of one image. */
function imageFloats(g: Geometry): i32 {
  return g.inDepth * g.inHeight * g.inWidth * g.inChannels;
}

/** The window of an output pixel, cut to what lies inside its image. It is kept where the geometry has room for a second one. */
@unmanaged
class Window {
  image: i32;
  oz: i32;
  oy: i32;
  ox: i32;
  z0: i32;
  z1: i32;
  y0: i32;
  y1: i32;
  x0: i32;
  x1: i32;
}

function firstWindow(g: Geometry): Window {
  const w = changetype<Window>(secondGeometry(g));
  w.image = 0;
  w.oz = 0;
  w.oy = 0;
  w.ox = 0;
  cutDepth(g, w);
  cutHeight(g, w);
  cutWidth(g, w);
  return w;
}

/** The next in the order of the output, through all images. */
function toNext(g: Geometry, w: Window): void {
  if (++w.ox == g.outWidth) {
    w.ox = 0;
    if (++w.oy == g.outHeight) {
      w.oy = 0;
      if (++w.oz == g.outDepth) {
        w.oz = 0;
        w.image++;
      }
      cutDepth(g, w);
    }
    cutHeight(g, w);
  }
  cutWidth(g, w);
}

function cutDepth(g: Geometry, w: Window): void {
  const start = w.oz * g.strideDepth - g.front;
  w.z0 = max(0, start);
  w.z1 = min(g.inDepth, start + g.filterDepth);
}

function cutHeight(g: Geometry, w: Window): void {
  const start = w.oy * g.strideHeight - g.top;
  w.y0 = max(0, start);
  w.y1 = min(g.inHeight, start + g.filterHeight);
}

function cutWidth(g: Geometry, w: Window): void {
  const start = w.ox * g.strideWidth - g.left;
  w.x0 = max(0, start);
  w.x1 = min(g.inWidth, start + g.filterWidth);
}

function windows(g: Geometry): i32 {
  return g.batch * g.outDepth * g.outHeight * g.outWidth;
}

/** The place of a pixel in its image, in floats. */
function place(g: Geometry, z: i32, y: i32, x: i32): i32 {
  return ((z * g.inHeight + y) * g.inWidth + x) * g.inChannels;
}

/**
 * y = the greatest value of each window; `winners` = where it stands in its image, in floats, for the gradient. The first of equal values;
 * a value that is not a number is greater than any.
 */
export function maxPool(at: usize, x: usize, y: usize, winners: usize): void {
  const g = changetype<Geometry>(at);
  const count = windows(g);
  const w = firstWindow(g);
  for (let index = 0; index < count; index++) {
    const image = x + bytes(w.image * imageFloats(g));
    let c = 0;
    for (; c + 4 <= g.inChannels; c += 4) max4(g, w, image, c, y + bytes(c), winners + bytes(c));
    for (; c < g.inChannels; c++) max1(g, w, image, c, y + bytes(c), winners + bytes(c));
    y += bytes(g.inChannels);
    winners += bytes(g.inChannels);
    toNext(g, w);
  }
}

function max4(g: Geometry, w: Window, image: usize, c: i32, y: usize, winner: usize): void {
  const first = place(g, w.z0, w.y0, w.x0) + c;
  const lanes = i32x4(0, 1, 2, 3);
  const channels = g.inChannels;
  let best = f32x4.splat(-Infinity);
  let where = i32x4.add(i32x4.splat(first), lanes);
  for (let z = w.z0; z < w.z1; z++) {
    for (let y = w.y0; y < w.y1; y++) {
      let at = place(g, z, y, w.x0) + c;
      for (let x = w.x0; x < w.x1; x++) {
        const values = v128.load(image + bytes(at));
        const wins = v128.or(f32x4.gt(values, best), f32x4.ne(values, values));
        best = v128.bitselect(values, best, wins);
        where = v128.bitselect(i32x4.add(i32x4.splat(at), lanes), where, wins);
        at += channels;
      }
    }
  }
  v128.store(y, best);
  v128.store(winner, where);
}

function max1(g: Geometry, w: Window, image: usize, c: i32, to: usize, winner: usize): void {
  let best: f32 = -Infinity;
  let where = place(g, w.z0, w.y0, w.x0) + c;
  for (let z = w.z0; z < w.z1; z++) {
    for (let y = w.y0; y < w.y1; y++) {
      for (let x = w.x0; x < w.x1; x++) {
        const at = place(g, z, y, x) + c;
        const value = load<f32>(image + bytes(at));
        if (!(value > best || value != value)) continue;
        best = value;
        where = at;
      }
    }
  }
  store<f32>(to, best);
  store<i32>(winner, where);
}

/** dx = each gradient at the place of its winner, where several add up; 0 elsewhere. */
export function maxPoolGradient(at: usize, dy: usize, winners: usize, dx: usize): void {
  const g = changetype<Geometry>(at);
  fillZeros(dx, g.batch * imageFloats(g));
  const count = g.outDepth * g.outHeight * g.outWidth * g.inChannels;
  for (let n = 0; n < g.batch; n++) {
    const image = dx + bytes(n * imageFloats(g));
    for (let i = 0; i < count; i++) {
      const to = image + bytes(load<i32>(winners));
      store<f32>(to, load<f32>(to) + load<f32>(dy));
      winners += 4;
      dy += 4;
    }
  }
}

function sizeOf(w: Window): f32 {
  return <f32>((w.z1 - w.z0) * (w.y1 - w.y0) * (w.x1 - w.x0));
}

/** y = the mean of each window. */
export function averagePool(at: usize, x: usize, y: usize): void {
  const g = changetype<Geometry>(at);
  const count = windows(g);
  const w = firstWindow(g);
  for (let index = 0; index < count; index++) {
    const image = x + bytes(w.image * imageFloats(g));
    fillZeros(y, g.inChannels);
    for (let z = w.z0; z < w.z1; z++) {
      for (let row = w.y0; row < w.y1; row++) {
        for (let column = w.x0; column < w.x1; column++) {
          addFloats(y, image + bytes(place(g, z, row, column)), g.inChannels);
        }
      }
    }
    divide(y, sizeOf(w), g.inChannels);
    y += bytes(g.inChannels);
    toNext(g, w);
  }
}

function divide(at: usize, by: f32, count: i32): void {
  for (let i = 0, lanes = 0; i < count; i += lanes) {
    lanes = lanesAt(i, count);
    setLanes(at + bytes(i), f32x4.div(getLanes(at + bytes(i), lanes), f32x4.splat(by)), lanes);
  }
}

/** dx = the shares of each gradient, added up. */
export function averagePoolGradient(at: usize, dy: usize, dx: usize): void {
  const g = changetype<Geometry>(at);
  fillZeros(dx, g.batch * imageFloats(g));
  const count = windows(g);
  const w = firstWindow(g);
  for (let index = 0; index < count; index++) {
    const image = dx + bytes(w.image * imageFloats(g));
    for (let z = w.z0; z < w.z1; z++) {
      for (let y = w.y0; y < w.y1; y++) {
        for (let x = w.x0; x < w.x1; x++)
          addShares(image + bytes(place(g, z, y, x)), dy, sizeOf(w), g.inChannels);
      }
    }
    dy += bytes(g.inChannels);
    toNext(g, w);
  }
}

function addShares(to: usize, dy: usize, size: f32, count: i32): void {
  for (let i = 0, lanes = 0; i < count; i += lanes) {
    lanes = lanesAt(i, count);
    const share = f32x4.div(getLanes(dy + bytes(i), lanes), f32x4.splat(size));
    setLanes(to + bytes(i), f32x4.add(getLanes(to + bytes(i), lanes), share), lanes);
  }
}
