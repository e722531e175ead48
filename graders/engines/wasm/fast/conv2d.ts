import { backend_util } from '@tensorflow/tfjs';
import type { TensorInfo } from '@tensorflow/tfjs';
import { flatGeometry, type Geometry } from '../geometry.ts';
import type { Heap } from '../heap.ts';
import { precedeKernel, type Call } from '../kernel.ts';
import { activationOf, finishActivation, isRow, type FusedAttrs } from './activation.ts';

type Shape4D = [number, number, number, number];
type Attrs = {
  strides: [number, number] | number;
  pad: 'valid' | 'same' | number;
  dataFormat: 'NHWC' | 'NCHW';
  dilations?: [number, number] | number;
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
};
type Inputs = { x: TensorInfo; filter: TensorInfo };
type FusedInputs = Inputs & { bias?: TensorInfo; preluActivationWeights?: TensorInfo };
type FusedAttrs2D = Attrs & FusedAttrs;

/** Convolutions and their gradients, the transposed convolution among them. Channels first stay with the kernels that were there. */
export function registerConv2d(heap: Heap): void {
  precedeKernel<Inputs, Attrs>('Conv2D', (call) => convolve(heap, call));
  precedeKernel<FusedInputs, FusedAttrs2D>('FusedConv2D', (call) => {
    const out = isRow(call.inputs.bias, call.inputs.filter.shape[3]!) ? convolve(heap, call) : null;
    return out && finishActivation(heap, out, call.attrs, call.inputs.preluActivationWeights);
  });
  precedeKernel<{ x: TensorInfo; dy: TensorInfo }, Attrs & { filterShape: Shape4D }>(
    'Conv2DBackpropFilter',
    (call) => filterGradient(heap, call),
  );
  precedeKernel<{ dy: TensorInfo; filter: TensorInfo }, Attrs & { inputShape: Shape4D }>(
    'Conv2DBackpropInput',
    (call) => inputGradient(heap, call),
  );
}

type Described = { geometry: Geometry; outShape: number[] };

function describe(attrs: Attrs, images: number[], filter: number[]): Described | null {
  const { strides, dilations = 1, pad, dimRoundingMode, dataFormat } = attrs;
  if (dataFormat === 'NCHW') return null;
  const [x, w] = [images as Shape4D, filter as Shape4D];
  const info = backend_util.computeConv2DInfo(x, w, strides, dilations, pad, dimRoundingMode);
  return { geometry: flatGeometry(info), outShape: info.outShape };
}

function convolve(heap: Heap, { inputs, attrs, backend }: Call<FusedInputs, FusedAttrs2D>) {
  const { x, filter, bias } = inputs;
  const described = describe(attrs, x.shape, filter.shape);
  if (!described) return null;
  const { kernels, address, scratch } = heap;
  const out = backend.makeOutput(described.outShape, 'float32');
  const at = heap.geometry(described.geometry);
  const room = scratch(kernels.convScratch(at));
  const from = [at, address(x), address(filter), address(out), bias ? address(bias) : 0] as const;
  kernels.conv(...from, activationOf(attrs), room);
  return out;
}

type FilterCall = Call<{ x: TensorInfo; dy: TensorInfo }, Attrs & { filterShape: Shape4D }>;

function filterGradient(heap: Heap, { inputs: { x, dy }, attrs, backend }: FilterCall) {
  const described = describe(attrs, x.shape, attrs.filterShape);
  if (!described) return null;
  const { kernels, address, scratch } = heap;
  const out = backend.makeOutput(attrs.filterShape, 'float32');
  const at = heap.geometry(described.geometry);
  const room = scratch(kernels.convFilterGradientScratch(at));
  kernels.convFilterGradient(at, address(x), address(dy), address(out), room);
  return out;
}

type InputCall = Call<{ dy: TensorInfo; filter: TensorInfo }, Attrs & { inputShape: Shape4D }>;

function inputGradient(heap: Heap, { inputs: { dy, filter }, attrs, backend }: InputCall) {
  const described = describe(attrs, attrs.inputShape, filter.shape);
  if (!described) return null;
  const { kernels, address, scratch } = heap;
  const out = backend.makeOutput(attrs.inputShape, 'float32');
  const at = heap.geometry(described.geometry);
  const room = scratch(kernels.convInputGradientScratch(at));
  kernels.convInputGradient(at, address(dy), address(filter), address(out), room);
  return out;
}
