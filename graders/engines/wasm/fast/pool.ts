import { backend_util, util } from '@tensorflow/tfjs';
import type { TensorInfo } from '@tensorflow/tfjs';
import { flatGeometry, solidGeometry, type Geometry } from '../geometry.ts';
import type { Heap } from '../heap.ts';
import { precedeKernel, type Call } from '../kernel.ts';

type Attrs = {
  filterSize: number | [number, number, number];
  strides: number | [number, number, number];
  pad: 'valid' | 'same' | number;
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
};
type ForwardCall = Call<{ x: TensorInfo }, Attrs>;
type GradientCall = Call<{ dy: TensorInfo; input: TensorInfo }, Attrs>;

/** Pooling of floats in two and three dimensions with its gradients; other types stay with the kernels that were there. */
export function registerPool(heap: Heap): void {
  for (const name of ['MaxPool', 'MaxPool3D'])
    precedeKernel(name, (call: ForwardCall) => (isFloat(call.inputs.x) ? maxPool(heap, call) : null));
  for (const name of ['AvgPool', 'AvgPool3D'])
    precedeKernel(name, (call: ForwardCall) => (isFloat(call.inputs.x) ? averagePool(heap, call) : null));
  for (const name of ['MaxPoolGrad', 'MaxPool3DGrad'])
    precedeKernel(name, (call: GradientCall) => maxPoolGradient(heap, call));
  for (const name of ['AvgPoolGrad', 'AvgPool3DGrad'])
    precedeKernel(name, (call: GradientCall) => averagePoolGradient(heap, call));
}

const isFloat = ({ dtype }: TensorInfo): boolean => dtype === 'float32';

function maxPool(heap: Heap, { inputs: { x }, attrs, backend }: ForwardCall): TensorInfo {
  const { geometry, outShape } = describe(x.shape, attrs);
  const out = backend.makeOutput(outShape, 'float32');
  const winners = heap.scratch(4 * util.sizeFromShape(outShape));
  heap.kernels.maxPool(heap.geometry(geometry), heap.address(x), heap.address(out), winners);
  return out;
}

/** tfjs keeps no winners of the forward pass: they are looked for again. */
function maxPoolGradient(heap: Heap, { inputs: { dy, input }, attrs, backend }: GradientCall): TensorInfo {
  const { geometry, outShape } = describe(input.shape, attrs);
  const out = backend.makeOutput(input.shape, 'float32');
  const size = 4 * util.sizeFromShape(outShape);
  const at = heap.geometry(geometry);
  const greatest = heap.scratch(2 * size);
  heap.kernels.maxPool(at, heap.address(input), greatest, greatest + size);
  heap.kernels.maxPoolGradient(at, heap.address(dy), greatest + size, heap.address(out));
  return out;
}

function averagePool(heap: Heap, { inputs: { x }, attrs, backend }: ForwardCall): TensorInfo {
  const { geometry, outShape } = describe(x.shape, attrs);
  const out = backend.makeOutput(outShape, 'float32');
  heap.kernels.averagePool(heap.geometry(geometry), heap.address(x), heap.address(out));
  return out;
}

function averagePoolGradient(
  heap: Heap,
  { inputs: { dy, input }, attrs, backend }: GradientCall,
): TensorInfo {
  const out = backend.makeOutput(input.shape, 'float32');
  const at = heap.geometry(describe(input.shape, attrs).geometry);
  heap.kernels.averagePoolGradient(at, heap.address(dy), heap.address(out));
  return out;
}

function describe(shape: number[], attrs: Attrs): { geometry: Geometry; outShape: number[] } {
  const { filterSize, strides, pad, dimRoundingMode } = attrs;
  if (shape.length === 5) {
    const images = shape as [number, number, number, number, number];
    const info = backend_util.computePool3DInfo(images, filterSize, strides, 1, pad, dimRoundingMode);
    return { geometry: solidGeometry(info), outShape: info.outShape };
  }
  const [images, size, step] = [shape as never, filterSize as number, strides as number];
  const info = backend_util.computePool2DInfo(images, size, step, 1, pad, dimRoundingMode);
  return { geometry: flatGeometry(info), outShape: info.outShape };
}
