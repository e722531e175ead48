import { backend_util } from '@tensorflow/tfjs';
import type { Address } from '../../address.ts';
import { flatGeometry, GEOMETRY_BYTES, toIntegers } from '../../geometry.ts';
import type { Layer } from '../internals.ts';
import type { Site, Value } from '../part.ts';
import { refuse } from '../plain-path.ts';

type Info = backend_util.Conv2DInfo;
type Four = [number, number, number, number];

/** What a layer does to images: channels last; rows of one axis are images of one line. */
export type Images = { info: Info; outShape: number[] };

/** `filters`: those of a convolution, or how many for each channel of a depthwise one. */
export function convolutionOf(layer: Layer, x: Value, filters: number, isDepthwise: boolean): Images {
  const [shape, isLine] = imagesOf(layer, x);
  const dilations = pairOf(layer['dilationRate'] ?? 1, isLine);
  // tfjs has no gradient for those, and says so.
  if (dilations.some((dilation) => dilation !== 1)) refuse('a dilated convolution');
  const filter: Four = [...pairOf(layer['kernelSize'], isLine), shape[3], filters];
  const strides = pairOf(layer['strides'], isLine);
  const info = backend_util.computeConv2DInfo(
    shape,
    filter,
    strides,
    1,
    padOf(layer),
    undefined,
    isDepthwise,
  );
  return { info, outShape: outShapeOf(info, isLine) };
}

export function poolOf(layer: Layer, x: Value): Images {
  const [shape, isLine] = imagesOf(layer, x);
  const [size, strides] = [pairOf(layer['poolSize'], isLine), pairOf(layer['strides'], isLine)];
  const info = backend_util.computePool2DInfo(shape, size, strides, 1, padOf(layer));
  return { info, outShape: outShapeOf(info, isLine) };
}

/** One window over the whole image. */
export function wholePoolOf(layer: Layer, x: Value): Images {
  const [shape] = imagesOf(layer, x);
  const info = backend_util.computePool2DInfo(shape, [shape[1], shape[2]], 1, 1, 'valid');
  return { info, outShape: [shape[3]] };
}

function imagesOf(layer: Layer, { shape }: Value): [Four, isLine: boolean] {
  if (layer['dataFormat'] === 'channelsFirst') refuse('images with channels first');
  return shape.length === 2 ? [[1, 1, ...shape] as Four, true] : [[1, ...shape] as Four, false];
}

function pairOf(given: unknown, isLine: boolean): [number, number] {
  const [first, second = first] = [given].flat() as number[];
  return isLine ? [1, first!] : [first!, second!];
}

const padOf = ({ padding }: Layer): 'valid' | 'same' =>
  padding === 'valid' || padding === 'same' ? padding : refuse(`padding ${String(padding)}`);

const outShapeOf = ({ outHeight, outWidth, outChannels }: Info, isLine: boolean): number[] =>
  isLine ? [outWidth, outChannels] : [outHeight, outWidth, outChannels];

/** The shape in memory, where the kernels read it, for a batch of so many images. */
export function makeGeometry({ heap, floats }: Site, info: Info): (rows: number) => Address {
  const at = floats(GEOMETRY_BYTES / 4);
  heap.integers().set(toIntegers(flatGeometry(info)), at / 4);
  return (rows) => {
    heap.integers()[at / 4] = rows;
    return at;
  };
}
