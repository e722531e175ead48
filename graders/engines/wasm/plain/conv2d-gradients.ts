import { backend_util, getKernel } from '@tensorflow/tfjs';
import type { NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs';
import { floats, makeScratch, runKernel, type Call } from '../kernel.ts';

type Shape4D = [number, number, number, number];
type ConvAttrs = {
  strides: [number, number] | number;
  pad: 'valid' | 'same' | number;
  dataFormat: 'NHWC' | 'NCHW';
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
};
type FilterCall = Call<{ x: TensorInfo; dy: TensorInfo }, ConvAttrs & { filterShape: Shape4D }>;
type Convolve = (inputs: NamedTensorInfoMap, attrs: NamedAttrMap) => TensorInfo | TensorInfo[];
type InputCall = Call<{ dy: TensorInfo; filter: TensorInfo }, ConvAttrs & { inputShape: Shape4D }>;

/**
 * Filter gradient as a forward convolution with swapped roles: images become channels and channels become images, so that
 * dw[i,j,c,f] = Σ x[n, y·s+i, x·s+j, c] · dy[n, y, x, f] is a valid convolution of xᵀ [C,H,W,N] with dyᵀ [OH,OW,N,F],
 * dilated by the stride. Missing in tfjs 4.22 on wasm; XNNPACK makes this the fastest of three ways tried.
 */
export function makeConv2dBackpropFilter(): (call: FilterCall) => TensorInfo {
  const convolve = getKernel('Conv2D', 'wasm').kernelFunc;
  return (call) =>
    filterGradient(call, (inputs, attrs) => convolve({ inputs, attrs, backend: call.backend }));
}

function filterGradient({ inputs: { x, dy }, attrs, backend }: FilterCall, convolve: Convolve): TensorInfo {
  const { keep, free } = makeScratch(backend);
  const run = (name: string, inputs: object, more: object) => runKernel(backend, name, inputs, more);
  const info = convInfo(attrs, x.shape as Shape4D, attrs.filterShape);
  const { inChannels, outChannels, filterHeight, filterWidth, strideHeight, strideWidth } = info;
  const { top, bottom, left, right } = info.padInfo;
  const paddings = [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ];
  const padded =
    top + bottom + left + right > 0 ? keep(run('PadV2', { x }, { paddings, constantValue: 0 })) : x;
  const images = keep(run('Transpose', { x: padded }, { perm: [3, 1, 2, 0] }));
  const filters = keep(run('Transpose', { x: dy }, { perm: [1, 2, 0, 3] }));
  const dilations = [strideHeight, strideWidth];
  const how = { strides: [1, 1], pad: 'valid', dataFormat: 'NHWC', dilations };
  const full = keep(convolve({ x: images, filter: filters }, how as never) as TensorInfo);
  // Rows and columns a strided convolution never reached make the result larger than the filter.
  const size = [inChannels, filterHeight, filterWidth, outChannels];
  const cut = keep(run('Slice', { x: full }, { begin: [0, 0, 0, 0], size }));
  const out = run('Transpose', { x: cut }, { perm: [1, 2, 0, 3] });
  free();
  return out;
}

/** Input gradient with stride 1 as a forward convolution of dy with the filter turned by 180° (others: the stock kernel). */
export function makeConv2dBackpropInput(): (call: InputCall) => TensorInfo {
  const stock = getKernel('Conv2DBackpropInput', 'wasm').kernelFunc;
  return (call) => {
    const { inputs, attrs, backend } = call;
    const { dy, filter } = inputs;
    const info = convInfo(attrs, attrs.inputShape, filter.shape as Shape4D);
    const { filterHeight: height, filterWidth: width, strideHeight, strideWidth, padInfo } = info;
    const fits =
      padInfo.top < height && padInfo.left < width && padInfo.bottom < height && padInfo.right < width;
    if (attrs.dataFormat !== 'NHWC' || strideHeight !== 1 || strideWidth !== 1 || !fits) {
      return stock(call as never) as TensorInfo;
    }
    const turned = turnFilter(call, [height, width, info.inChannels, info.outChannels]);
    const vertical = [height - 1 - padInfo.top, height - 1 - padInfo.bottom];
    const horizontal = [width - 1 - padInfo.left, width - 1 - padInfo.right];
    const pad = [[0, 0], vertical, horizontal, [0, 0]];
    const how = { strides: [1, 1], dilations: [1, 1], dataFormat: 'NHWC', pad };
    const out = runKernel(backend, 'Conv2D', { x: dy, filter: turned }, how);
    backend.disposeData(turned.dataId);
    return out;
  };
}

/** [KH,KW,C,F] → [KH,KW,F,C] with both spatial axes reversed. */
function turnFilter(
  { inputs: { filter }, backend }: InputCall,
  [height, width, channels, filters]: Shape4D,
): TensorInfo {
  const turned = backend.makeOutput([height, width, filters, channels], 'float32');
  const [from, to] = [floats(backend, filter), floats(backend, turned)];
  const size = channels * filters;
  for (let tap = 0; tap < height * width; tap++) {
    const [source, target] = [(height * width - 1 - tap) * size, tap * size];
    for (let c = 0; c < channels; c++) {
      for (let f = 0; f < filters; f++) to[target + f * channels + c] = from[source + c * filters + f]!;
    }
  }
  return turned;
}

function convInfo(attrs: ConvAttrs, inputShape: Shape4D, filterShape: Shape4D) {
  const { strides, pad, dimRoundingMode, dataFormat } = attrs;
  const format = backend_util.convertConv2DDataFormat(dataFormat);
  return backend_util.computeConv2DInfo(
    inputShape,
    filterShape,
    strides,
    1,
    pad,
    dimRoundingMode,
    false,
    format,
  );
}
