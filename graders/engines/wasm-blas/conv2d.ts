import { backend_util, getKernel } from '@tensorflow/tfjs';
import type { TensorInfo } from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { floats, makeScratch, replaceKernel, zeros, type Call } from '../wasm/kernel.ts';
import { activate, hasActivation } from '../wasm/activation.ts';
import { fillWithBias } from './bias.ts';
import type { Multiply } from './blas.ts';
import { gatherPatches, patchesSize, scatterPatches } from './patches.ts';

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
type FusedAttrs = Attrs & { activation?: string };
type FilterGradient = Call<{ x: TensorInfo; dy: TensorInfo }, Attrs & { filterShape: Shape4D }>;
type InputGradient = Call<{ dy: TensorInfo; filter: TensorInfo }, Attrs & { inputShape: Shape4D }>;

const infoOf = (attrs: Attrs, images: number[], filter: number[]) => {
  const { strides, dilations = 1, pad, dimRoundingMode } = attrs;
  const [x, w] = [images as Shape4D, filter as Shape4D];
  return backend_util.computeConv2DInfo(x, w, strides, dilations, pad, dimRoundingMode);
};

/** Convolutions as one product of patches and filters; channels first and PReLU stay with the kernels that were there. */
export function registerConv2d(multiply: Multiply): void {
  const [plain, fused, input] = ['Conv2D', 'FusedConv2D', 'Conv2DBackpropInput'].map(
    (name) => getKernel(name, 'wasm').kernelFunc as unknown as (call: never) => TensorInfo,
  );
  replaceKernel<Inputs, Attrs>('Conv2D', (call) =>
    call.attrs.dataFormat === 'NHWC' ? convolve(multiply, call) : plain!(call as never),
  );
  replaceKernel<FusedInputs, FusedAttrs>('FusedConv2D', (call) => {
    const { inputs, attrs } = call;
    const isSimple = attrs.dataFormat === 'NHWC' && !inputs.preluActivationWeights;
    const hasPlainBias = !inputs.bias || inputs.bias.shape.length === 1;
    if (!isSimple || !hasPlainBias || !hasActivation(attrs.activation)) return fused!(call as never);
    const out = convolve(multiply, call);
    activate(call.backend, out, attrs.activation);
    return out;
  });
  replaceKernel('Conv2DBackpropFilter', (call: FilterGradient) => filterGradient(multiply, call));
  replaceKernel('Conv2DBackpropInput', (call: InputGradient) =>
    call.attrs.dataFormat === 'NHWC' ? inputGradient(multiply, call) : input!(call as never),
  );
}

type Info = ReturnType<typeof infoOf>;

/** A filter of one value with stride 1 sees the images themselves. */
function patchesOf(backend: BackendWasm, info: Info, x: TensorInfo): { patches: TensorInfo; free(): void } {
  const { keep, free } = makeScratch(backend);
  const isPointwise = info.filterHeight * info.filterWidth * info.strideHeight * info.strideWidth === 1;
  const hasPadding = Object.values(info.padInfo).some((size) => typeof size === 'number' && size > 0);
  if (isPointwise && !hasPadding) return { patches: x, free };
  const patches = keep(backend.makeOutput(patchesSize(info), 'float32'));
  gatherPatches(info, floats(backend, x), floats(backend, patches));
  return { patches, free };
}

function convolve(multiply: Multiply, { inputs, attrs, backend }: Call<FusedInputs, Attrs>): TensorInfo {
  const { x, filter, bias } = inputs;
  const info = infoOf(attrs, x.shape, filter.shape);
  const [rows, inner] = patchesSize(info);
  const { patches, free } = patchesOf(backend, info, x);
  const out = backend.makeOutput(info.outShape, 'float32');
  const c = floats(backend, out);
  if (bias) fillWithBias(c, floats(backend, bias), info.outChannels);
  const [a, b] = [patches, filter].map((each) => ({ values: floats(backend, each), transposed: false }));
  multiply(a!, b!, c, { rows, inner, columns: info.outChannels }, bias ? 1 : 0);
  free();
  return out;
}

/** dw = patchesᵀ · dy */
function filterGradient(
  multiply: Multiply,
  { inputs: { x, dy }, attrs, backend }: FilterGradient,
): TensorInfo {
  const info = infoOf(attrs, x.shape, attrs.filterShape);
  const [inner, rows] = patchesSize(info);
  const { patches, free } = patchesOf(backend, info, x);
  const out = backend.makeOutput(attrs.filterShape, 'float32');
  const a = { values: floats(backend, patches), transposed: true };
  const b = { values: floats(backend, dy), transposed: false };
  multiply(a, b, floats(backend, out), { rows, inner, columns: info.outChannels }, 0);
  free();
  return out;
}

/** dx = the patches dy · filterᵀ, added back where each was cut out. */
function inputGradient(multiply: Multiply, { inputs, attrs, backend }: InputGradient): TensorInfo {
  const { dy, filter } = inputs;
  const info = infoOf(attrs, attrs.inputShape, filter.shape);
  const [rows, columns] = patchesSize(info);
  const patches = backend.makeOutput([rows, columns], 'float32');
  const out = zeros(backend, attrs.inputShape);
  const a = { values: floats(backend, dy), transposed: false };
  const b = { values: floats(backend, filter), transposed: true };
  multiply(a, b, floats(backend, patches), { rows, inner: info.outChannels, columns }, 0);
  scatterPatches(info, floats(backend, patches), floats(backend, out));
  backend.disposeData(patches.dataId);
  return out;
}
