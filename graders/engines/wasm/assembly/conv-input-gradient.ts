import { bytes, fillZeros } from './lanes';
import { Geometry, secondGeometry } from './geometry';
import { pack, PANEL, wholePanels } from './pack';
import { BLOCK_ROWS, multiplyBlock, PACKED_AT, productAt, setRow, walkRun } from './tiles';
import { convPacked, convScratch, patchFloats } from './conv';
import { addPatches } from './patches';

/**
 * With stride 1 the gradient of the input is a convolution of the gradient of the output with the filter turned round. It needs no more
 * padding than the filter has taps.
 */
function isConvolution(g: Geometry): bool {
  const vertical = (g.filterHeight - 1) * g.dilationHeight - g.top;
  const horizontal = (g.filterWidth - 1) * g.dilationWidth - g.left;
  return g.strideHeight == 1 && g.strideWidth == 1 && vertical >= 0 && horizontal >= 0;
}

function turned(g: Geometry): Geometry {
  const t = secondGeometry(g);
  memory.copy(changetype<usize>(t), changetype<usize>(g), offsetof<Geometry>());
  t.inHeight = g.outHeight;
  t.inWidth = g.outWidth;
  t.inChannels = g.outChannels;
  t.outHeight = g.inHeight;
  t.outWidth = g.inWidth;
  t.outChannels = g.inChannels;
  t.top = (g.filterHeight - 1) * g.dilationHeight - g.top;
  t.left = (g.filterWidth - 1) * g.dilationWidth - g.left;
  return t;
}

/** Bytes of scratch memory that `convInputGradient` needs. */
export function convInputGradientScratch(at: usize): i32 {
  const g = changetype<Geometry>(at);
  if (isConvolution(g)) return convScratch(changetype<usize>(turned(g)));
  return <i32>PACKED_AT + 4 * (g.outChannels * wholePanels(patchFloats(g)) + BLOCK_ROWS * patchFloats(g));
}

/** dx of a convolution for any stride, padding and dilation; so also a transposed convolution. */
export function convInputGradient(at: usize, dy: usize, filter: usize, dx: usize, scratch: usize): void {
  const g = changetype<Geometry>(at);
  if (isConvolution(g)) convolveBack(g, dy, filter, dx, scratch);
  else scatterPatches(g, dy, filter, dx, scratch);
}

function convolveBack(g: Geometry, dy: usize, filter: usize, dx: usize, scratch: usize): void {
  const t = turned(g);
  const taps = g.filterHeight * g.filterWidth;
  const panelStep = bytes(patchFloats(t) * PANEL);
  // Tap by tap, from the last one: rows are filters, columns are channels.
  for (let tap = 0; tap < taps; tap++) {
    const from = filter + bytes((taps - 1 - tap) * g.inChannels * g.outChannels);
    const to = scratch + PACKED_AT + bytes(tap * g.outChannels * PANEL);
    pack(g.outChannels, g.inChannels, from, 1, g.outChannels, to, panelStep);
  }
  convPacked(t, dy, dx, 0, 0, scratch);
}

/** Patches of the gradient, 64 pixels at a time, each added where it was cut out of the image. */
function scatterPatches(g: Geometry, dy: usize, filter: usize, dx: usize, scratch: usize): void {
  const p = productAt(scratch);
  const inner = g.outChannels;
  p.columns = patchFloats(g);
  p.rowOfC = bytes(p.columns);
  p.rowOfB = 32;
  p.panelOfB = bytes(inner * PANEL);
  p.accumulate = 0;
  p.activation = 0;
  walkRun(p, inner, 4);
  pack(inner, p.columns, filter, 1, inner, scratch + PACKED_AT, p.panelOfB);
  fillZeros(dx, g.batch * g.inHeight * g.inWidth * g.inChannels);
  const patches = scratch + PACKED_AT + bytes(inner * wholePanels(p.columns));
  const pixels = g.batch * g.outHeight * g.outWidth;
  for (let m = 0; m < pixels; m += BLOCK_ROWS) {
    const count = min(BLOCK_ROWS, pixels - m);
    for (let i = 0; i < count; i++) setRow(p, i, dy + bytes((m + i) * inner));
    multiplyBlock(p, count, scratch + PACKED_AT, patches, 0);
    addPatches(changetype<usize>(g), patches, m, count, dx);
  }
}
