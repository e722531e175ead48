import { addFloats, bytes, copyFloats, fillZeros } from './lanes';
import { endTap, firstTap, Geometry } from './geometry';
import { patchFloats } from './conv';

/** Where the window of a pixel lies: pixels run through the images. Static, as nothing here may be allocated. */
let image: i32 = 0;
let top: i32 = 0;
let left: i32 = 0;

function findWindow(g: Geometry, pixel: i32): void {
  const line = pixel / g.outWidth;
  image = line / g.outHeight;
  top = (line - image * g.outHeight) * g.strideHeight - g.top;
  left = (pixel - line * g.outWidth) * g.strideWidth - g.left;
}

/**
 * The patches of `count` pixels from `first` on, a row of [filterHeight, filterWidth, inChannels] each: with them a convolution is one
 * product. What lies outside an image is 0.
 */
export function gatherPatches(at: usize, x: usize, first: i32, count: i32, to: usize): void {
  const g = changetype<Geometry>(at);
  for (let pixel = first; pixel < first + count; pixel++) {
    gatherPatch(g, pixel, x, to);
    to += bytes(patchFloats(g));
  }
}

function gatherPatch(g: Geometry, pixel: i32, x: usize, to: usize): void {
  findWindow(g, pixel);
  const start = firstTap(left, g.dilationWidth);
  const end = max(start, endTap(left, g.dilationWidth, g.inWidth, g.filterWidth));
  const line = g.filterWidth * g.inChannels;
  for (let i = 0; i < g.filterHeight; i++, to += bytes(line)) {
    const y = top + i * g.dilationHeight;
    if (y < 0 || y >= g.inHeight) {
      fillZeros(to, line);
      continue;
    }
    if (start > 0) fillZeros(to, start * g.inChannels);
    if (end < g.filterWidth) fillZeros(to + bytes(end * g.inChannels), (g.filterWidth - end) * g.inChannels);
    const from = x + bytes(((image * g.inHeight + y) * g.inWidth + left) * g.inChannels);
    copyTaps(g, start, end, from, to);
  }
}

/** Taps that lie side by side are one run. */
function copyTaps(g: Geometry, start: i32, end: i32, from: usize, to: usize): void {
  if (g.dilationWidth == 1) {
    const offset = bytes(start * g.inChannels);
    copyFloats(to + offset, from + offset, (end - start) * g.inChannels);
    return;
  }
  for (let j = start; j < end; j++) {
    const tap = from + bytes(j * g.dilationWidth * g.inChannels);
    copyFloats(to + bytes(j * g.inChannels), tap, g.inChannels);
  }
}

/** Adds the patches of `count` pixels from `first` on to the images, each where it was cut out. */
export function addPatches(at: usize, patches: usize, first: i32, count: i32, dx: usize): void {
  const g = changetype<Geometry>(at);
  for (let pixel = first; pixel < first + count; pixel++) {
    addPatch(g, pixel, patches, dx);
    patches += bytes(patchFloats(g));
  }
}

function addPatch(g: Geometry, pixel: i32, patch: usize, dx: usize): void {
  findWindow(g, pixel);
  const start = firstTap(left, g.dilationWidth);
  const end = endTap(left, g.dilationWidth, g.inWidth, g.filterWidth);
  const last = endTap(top, g.dilationHeight, g.inHeight, g.filterHeight);
  for (let i = firstTap(top, g.dilationHeight); i < last; i++) {
    const y = image * g.inHeight + top + i * g.dilationHeight;
    const line = dx + bytes((y * g.inWidth + left) * g.inChannels);
    addTaps(g, start, end, patch + bytes(i * g.filterWidth * g.inChannels), line);
  }
}

function addTaps(g: Geometry, start: i32, end: i32, from: usize, to: usize): void {
  if (g.dilationWidth == 1) {
    const offset = bytes(start * g.inChannels);
    addFloats(to + offset, from + offset, (end - start) * g.inChannels);
    return;
  }
  for (let j = start; j < end; j++) {
    const tap = to + bytes(j * g.dilationWidth * g.inChannels);
    addFloats(tap, from + bytes(j * g.inChannels), g.inChannels);
  }
}
