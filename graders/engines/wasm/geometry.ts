import type { backend_util } from '@tensorflow/tfjs';

/** The fields of a `Geometry`, in the order in which assembly/geometry.ts reads them. */
const FIELDS = [
  'batch',
  'inDepth',
  'inHeight',
  'inWidth',
  'inChannels',
  'outDepth',
  'outHeight',
  'outWidth',
  'outChannels',
  'filterDepth',
  'filterHeight',
  'filterWidth',
  'strideDepth',
  'strideHeight',
  'strideWidth',
  'dilationHeight',
  'dilationWidth',
  'front',
  'top',
  'left',
] as const;

/** The shape of a convolution or of a pool for the kernels; depth 1 when it is flat. Sizes of axes, and the zeros before an image. */
export type Geometry = Record<(typeof FIELDS)[number], number>;

/** With the room for a second one that a kernel may need. */
export const GEOMETRY_BYTES = 2 * 4 * FIELDS.length;

export const toIntegers = (geometry: Geometry): number[] => FIELDS.map((field) => geometry[field]);

/** What `toIntegers` put at a place. */
export function fromIntegers(integers: Int32Array, at: number): Geometry {
  const geometry = {} as Geometry;
  FIELDS.forEach((field, i) => (geometry[field] = integers[at + i]!));
  return geometry;
}

const FLAT = { inDepth: 1, outDepth: 1, filterDepth: 1, strideDepth: 1, front: 0 };

type Info2D = backend_util.Conv2DInfo;
type Info3D = Omit<backend_util.Conv3DInfo, 'filterShape'>;

export const flatGeometry = (info: Info2D): Geometry => ({
  ...FLAT,
  ...common(info),
  top: info.padInfo.top,
  left: info.padInfo.left,
});

export const solidGeometry = (info: Info3D): Geometry => ({
  ...common(info),
  inDepth: info.inDepth,
  outDepth: info.outDepth,
  filterDepth: info.filterDepth,
  strideDepth: info.strideDepth,
  front: info.padInfo.front,
  top: info.padInfo.top,
  left: info.padInfo.left,
});

const common = (info: Info2D | Info3D) => ({
  batch: info.batchSize,
  inHeight: info.inHeight,
  inWidth: info.inWidth,
  inChannels: info.inChannels,
  outHeight: info.outHeight,
  outWidth: info.outWidth,
  outChannels: info.outChannels,
  filterHeight: info.filterHeight,
  filterWidth: info.filterWidth,
  strideHeight: info.strideHeight,
  strideWidth: info.strideWidth,
  dilationHeight: info.dilationHeight,
  dilationWidth: info.dilationWidth,
});
