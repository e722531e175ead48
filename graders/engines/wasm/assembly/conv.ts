import { bytes } from './lanes';
import { Geometry } from './geometry';
import { groupFloats, groupOf, padGroup, paddedFloats, paddedWidth } from './images';
import { pack, PANEL, wholePanels } from './pack';
import { BLOCK_ROWS, multiplyBlock, PACKED_AT, Product, productAt, setRow } from './tiles';

/** Values of one patch: the sum of a convolution. */
export function patchFloats(g: Geometry): i32 {
  return g.filterHeight * g.filterWidth * g.inChannels;
}

/** Bytes of scratch memory that `conv` needs. */
export function convScratch(at: usize): i32 {
  const g = changetype<Geometry>(at);
  return <i32>PACKED_AT + 4 * (patchFloats(g) * wholePanels(g.outChannels) + groupFloats(g));
}

/**
 * y = activation(bias + convolution of x with the filter [height, width, in, out]), for any stride, padding and dilation. No patches are
 * copied: rows of the product overlap in the image. `bias`: one value per filter, or 0. `activation`: 0 none, 1 relu, 2 relu6.
 */
export function conv(
  at: usize,
  x: usize,
  filter: usize,
  y: usize,
  bias: usize,
  activation: i32,
  scratch: usize,
): void {
  const g = changetype<Geometry>(at);
  const inner = patchFloats(g);
  pack(inner, g.outChannels, filter, g.outChannels, 1, scratch + PACKED_AT, bytes(inner * PANEL));
  convPacked(g, x, y, bias, activation, scratch);
}

/** The same with the filter already packed in `scratch`. */
export function convPacked(
  g: Geometry,
  x: usize,
  y: usize,
  bias: usize,
  activation: i32,
  scratch: usize,
): void {
  const p = productAt(scratch);
  const inner = patchFloats(g);
  p.columns = g.outChannels;
  p.rowOfC = bytes(g.outChannels);
  p.rowOfB = 32;
  p.panelOfB = bytes(inner * PANEL);
  p.accumulate = 0;
  p.activation = activation;
  walkPatch(p, g);
  const images = scratch + PACKED_AT + bytes(inner * wholePanels(g.outChannels));
  const pixels = g.outHeight * g.outWidth;
  for (let n = 0; n < g.batch; n += groupOf(g)) {
    const count = min(groupOf(g), g.batch - n);
    const group = padGroup(g, x, n, count, images);
    convGroup(p, g, count * pixels, group, y + bytes(n * pixels * g.outChannels), bias);
  }
}

function convGroup(p: Product, g: Geometry, rows: i32, group: usize, y: usize, bias: usize): void {
  for (let m = 0; m < rows; m += BLOCK_ROWS) {
    const count = min(BLOCK_ROWS, rows - m);
    setWindows(p, g, m, count, group);
    multiplyBlock(p, count, changetype<usize>(p) + PACKED_AT, y + <usize>m * p.rowOfC, bias);
  }
}

/** A patch is a run of values per row of the filter; one per tap when taps lie apart. */
function walkPatch(p: Product, g: Geometry): void {
  const line = paddedWidth(g) * g.inChannels;
  const isRun = g.dilationWidth == 1;
  p.count1 = g.filterHeight;
  p.step1 = bytes(g.dilationHeight * line);
  p.count2 = isRun ? 1 : g.filterWidth;
  p.step2 = bytes(g.dilationWidth * g.inChannels);
  p.count3 = isRun ? g.filterWidth * g.inChannels : g.inChannels;
  p.step3 = 4;
}

/** Where the windows of the pixels `first` … begin; pixels run through the images of the group. */
function setWindows(p: Product, g: Geometry, first: i32, count: i32, group: usize): void {
  const line = paddedWidth(g) * g.inChannels;
  const pixels = g.outHeight * g.outWidth;
  let image = first / pixels;
  let y = (first - image * pixels) / g.outWidth;
  let x = first - image * pixels - y * g.outWidth;
  for (let i = 0; i < count; i++) {
    const offset = image * paddedFloats(g) + y * g.strideHeight * line + x * g.strideWidth * g.inChannels;
    setRow(p, i, group + bytes(offset));
    if (++x < g.outWidth) continue;
    x = 0;
    if (++y < g.outHeight) continue;
    y = 0;
    image++;
  }
}
