import { backend_util } from '@tensorflow/tfjs';
import type { TensorInfo } from '@tensorflow/tfjs';
import { flatGeometry } from '../geometry.ts';
import type { Heap } from '../heap.ts';
import { precedeKernel, type Call } from '../kernel.ts';
import { activationOf, finishActivation, isRow, type FusedAttrs } from './activation.ts';

type Shape4D = [number, number, number, number];
type Attrs = {
  strides: [number, number] | number;
  dilations?: [number, number] | number | null;
  pad: 'valid' | 'same' | number;
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
};
type Inputs = { x: TensorInfo; filter: TensorInfo };
type FusedInputs = Inputs & { bias?: TensorInfo; preluActivationWeights?: TensorInfo };
type FilterCall = Call<{ x: TensorInfo; dy: TensorInfo }, Attrs & { filterShape: Shape4D }>;
type InputCall = Call<{ dy: TensorInfo; filter: TensorInfo }, Attrs & { inputShape: Shape4D }>;

/** Depthwise convolutions and their gradients. tfjs knows them with channels last only. */
export function registerDepthwise(heap: Heap): void {
  precedeKernel<Inputs, Attrs>('DepthwiseConv2dNative', (call) => convolve(heap, call));
  precedeKernel<FusedInputs, Attrs & FusedAttrs>('FusedDepthwiseConv2D', (call) => {
    const { filter, bias, preluActivationWeights } = call.inputs;
    if (!isRow(bias, filter.shape[2]! * filter.shape[3]!)) return null;
    return finishActivation(heap, convolve(heap, call), call.attrs, preluActivationWeights);
  });
  precedeKernel('DepthwiseConv2dNativeBackpropFilter', (call: FilterCall) => filterGradient(heap, call));
  precedeKernel('DepthwiseConv2dNativeBackpropInput', (call: InputCall) => inputGradient(heap, call));
}

function infoOf({ strides, dilations, pad, dimRoundingMode }: Attrs, images: number[], filter: number[]) {
  const [x, w] = [images as Shape4D, filter as Shape4D];
  return backend_util.computeConv2DInfo(x, w, strides, dilations ?? 1, pad, dimRoundingMode, true);
}

function convolve(heap: Heap, { inputs, attrs, backend }: Call<FusedInputs, Attrs & FusedAttrs>) {
  const { x, filter, bias } = inputs;
  const info = infoOf(attrs, x.shape, filter.shape);
  const { kernels, address } = heap;
  const out = backend.makeOutput(info.outShape, 'float32');
  const at = heap.geometry(flatGeometry(info));
  const from = [at, address(x), address(filter), address(out), bias ? address(bias) : 0] as const;
  kernels.depthwise(...from, activationOf(attrs));
  return out;
}

function filterGradient(heap: Heap, { inputs: { x, dy }, attrs, backend }: FilterCall): TensorInfo {
  const { kernels, address, scratch } = heap;
  const out = backend.makeOutput(attrs.filterShape, 'float32');
  const at = heap.geometry(flatGeometry(infoOf(attrs, x.shape, attrs.filterShape)));
  const room = scratch(kernels.depthwiseFilterGradientScratch(at));
  kernels.depthwiseFilterGradient(at, address(x), address(dy), address(out), room);
  return out;
}

function inputGradient(heap: Heap, { inputs: { dy, filter }, attrs, backend }: InputCall): TensorInfo {
  const out = backend.makeOutput(attrs.inputShape, 'float32');
  const at = heap.geometry(flatGeometry(infoOf(attrs, attrs.inputShape, filter.shape)));
  heap.kernels.depthwiseInputGradient(at, heap.address(dy), heap.address(filter), heap.address(out));
  return out;
}
