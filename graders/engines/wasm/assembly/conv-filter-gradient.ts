import { bytes, fillZeros } from './lanes';
import { Geometry } from './geometry';
import { groupFloats, groupOf, padGroup, paddedFloats, paddedWidth } from './images';
import { pack, PANEL, wholePanels } from './pack';
import { BLOCK_ROWS, multiplyBlock, PACKED_AT, Product, productAt, setRow } from './tiles';
import { patchFloats } from './conv';

/** Pixels that one sum collects before it is added to the others: so many lines of the gradient stay in the first-level cache. */
const SUM_MAX: i32 = 256;

/** Images whose pixels are summed together. */
function imagesOf(g: Geometry): i32 {
  return max(1, min(groupOf(g), SUM_MAX / max(1, g.outHeight * g.outWidth)));
}

/** Gradients of whole panels are read where they lie. */
function isInPlace(g: Geometry): bool {
  return (g.outChannels & (PANEL - 1)) == 0;
}

function packedFloats(g: Geometry): i32 {
  return isInPlace(g) ? 0 : imagesOf(g) * g.outHeight * g.outWidth * wholePanels(g.outChannels);
}

/** Bytes of scratch memory that `convFilterGradient` needs. */
export function convFilterGradientScratch(at: usize): i32 {
  const g = changetype<Geometry>(at);
  return <i32>PACKED_AT + 4 * (packedFloats(g) + groupFloats(g));
}

/** dw[i,j,c,f] = Σ x[n, y·s+i·d, x·s+j·d, c] · dy[n,y,x,f], for any stride, padding and dilation. */
export function convFilterGradient(at: usize, x: usize, dy: usize, dw: usize, scratch: usize): void {
  const g = changetype<Geometry>(at);
  const p = productAt(scratch);
  const pixels = g.outHeight * g.outWidth;
  p.columns = g.outChannels;
  p.rowOfC = bytes(g.outChannels);
  p.rowOfB = isInPlace(g) ? bytes(g.outChannels) : 32;
  p.accumulate = 0;
  p.activation = 0;
  if (g.batch == 0) fillZeros(dw, patchFloats(g) * g.outChannels);
  for (let n = 0; n < g.batch; n += imagesOf(g)) {
    const count = min(imagesOf(g), g.batch - n);
    const group = padGroup(g, x, n, count, scratch + PACKED_AT + bytes(packedFloats(g)));
    let b = dy + bytes(n * pixels * g.outChannels);
    p.panelOfB = isInPlace(g) ? 32 : bytes(count * pixels * PANEL);
    if (!isInPlace(g)) {
      pack(count * pixels, g.outChannels, b, g.outChannels, 1, scratch + PACKED_AT, p.panelOfB);
      b = scratch + PACKED_AT;
    }
    walkPixels(p, g, count);
    addTaps(p, g, group, b, dw);
    p.accumulate = 1;
  }
}

function walkPixels(p: Product, g: Geometry, images: i32): void {
  p.count1 = images;
  p.step1 = bytes(paddedFloats(g));
  p.count2 = g.outHeight;
  p.step2 = bytes(g.strideHeight * paddedWidth(g) * g.inChannels);
  p.count3 = g.outWidth;
  p.step3 = bytes(g.strideWidth * g.inChannels);
}

/** One row of the product per value of a patch. */
function addTaps(p: Product, g: Geometry, group: usize, b: usize, dw: usize): void {
  const rows = patchFloats(g);
  const line = paddedWidth(g) * g.inChannels;
  for (let m = 0; m < rows; m += BLOCK_ROWS) {
    const count = min(BLOCK_ROWS, rows - m);
    for (let k = 0; k < count; k++) {
      const tap = (m + k) / g.inChannels;
      const i = tap / g.filterWidth;
      const j = tap - i * g.filterWidth;
      const channel = m + k - tap * g.inChannels;
      const offset = i * g.dilationHeight * line + j * g.dilationWidth * g.inChannels + channel;
      setRow(p, k, group + bytes(offset));
    }
    multiplyBlock(p, count, b, dw + <usize>m * p.rowOfC, 0);
  }
}
