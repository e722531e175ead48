import type { backend_util } from '@tensorflow/tfjs';

type ConvInfo = backend_util.Conv2DInfo;

/** How many patches an image batch has, and how many values each: the sides of the matrix between images and filters. */
export const patchesSize = (info: ConvInfo): [rows: number, columns: number] => [
  info.batchSize * info.outHeight * info.outWidth,
  info.filterHeight * info.filterWidth * info.inChannels,
];

/** Calls `visit` for each filter row of each patch, in memory order: where it begins in the images (−1 outside), at which column, and in the patches. */
function eachPatchRow(info: ConvInfo, visit: (row: number, left: number, at: number) => void): void {
  const { batchSize, outHeight, outWidth, inHeight, filterHeight, padInfo } = info;
  const width = info.filterWidth * info.inChannels;
  let at = 0;
  for (let n = 0; n < batchSize; n++)
    for (let y = 0; y < outHeight; y++)
      for (let x = 0; x < outWidth; x++)
        for (let i = 0; i < filterHeight; i++, at += width) {
          const row = y * info.strideHeight - padInfo.top + i * info.dilationHeight;
          const isInside = row >= 0 && row < inHeight;
          visit(isInside ? n * inHeight + row : -1, x * info.strideWidth - padInfo.left, at);
        }
}

/** Images → patches, one a row; what lies outside an image is 0. */
export function gatherPatches(info: ConvInfo, images: Float32Array, patches: Float32Array): void {
  const { inWidth, inChannels, filterWidth, dilationWidth } = info;
  const width = filterWidth * inChannels;
  eachPatchRow(info, (row, left, at) => {
    if (row < 0) return void patches.fill(0, at, at + width);
    const base = (row * inWidth + left) * inChannels;
    if (dilationWidth === 1 && left >= 0 && left + filterWidth <= inWidth) {
      // Copied by hand: rows are short, and a call for each would cost more than the copy.
      for (let k = 0; k < width; k++) patches[at + k] = images[base + k]!;
      return;
    }
    for (let j = 0; j < filterWidth; j++) {
      const x = left + j * dilationWidth;
      const isInside = x >= 0 && x < inWidth;
      const from = base + j * dilationWidth * inChannels;
      for (let c = 0; c < inChannels; c++)
        patches[at + j * inChannels + c] = isInside ? images[from + c]! : 0;
    }
  });
}

/** Patches → images, the transpose of `gatherPatches`: each value is added where it came from. `images` starts as zeros. */
export function scatterPatches(info: ConvInfo, patches: Float32Array, images: Float32Array): void {
  const { inWidth, inChannels, filterWidth, dilationWidth } = info;
  eachPatchRow(info, (row, left, at) => {
    if (row < 0) return;
    for (let j = 0; j < filterWidth; j++) {
      const x = left + j * dilationWidth;
      if (x < 0 || x >= inWidth) continue;
      const to = (row * inWidth + x) * inChannels;
      for (let c = 0; c < inChannels; c++)
        images[to + c] = images[to + c]! + patches[at + j * inChannels + c]!;
    }
  });
}
