import { backend_util } from '@tensorflow/tfjs';
import type { TensorInfo } from '@tensorflow/tfjs';
import { floats, zeros, type Call } from '../kernel.ts';

type Shape4D = [number, number, number, number];
type Attrs = {
  strides: [number, number] | number;
  dilations: [number, number] | number;
  pad: 'valid' | 'same' | number;
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
};
type InputCall = Call<{ dy: TensorInfo; filter: TensorInfo }, Attrs & { inputShape: Shape4D }>;
type FilterCall = Call<{ x: TensorInfo; dy: TensorInfo }, Attrs & { filterShape: Shape4D }>;

/** dx of a depthwise convolution (missing in tfjs 4.22 on wasm). Filter layout [KH,KW,C,M], output channel c·M+m. */
export function depthwiseBackpropInput({ inputs: { dy, filter }, attrs, backend }: InputCall): TensorInfo {
  const info = convInfo(attrs, attrs.inputShape, filter.shape as Shape4D);
  const out = zeros(backend, attrs.inputShape);
  const [dx, d, w] = [floats(backend, out), floats(backend, dy), floats(backend, filter)];
  const [channels, multiplier] = [info.inChannels, info.outChannels / info.inChannels];
  forEachTap(info, (input, output, tap) => {
    for (let c = 0; c < channels; c++) {
      let sum = 0;
      for (let m = c * multiplier; m < (c + 1) * multiplier; m++) sum += d[output + m]! * w[tap + m]!;
      dx[input + c]! += sum;
    }
  });
  return out;
}

/** dw of a depthwise convolution; summed in double precision, because one tap collects the whole batch. */
export function depthwiseBackpropFilter({ inputs: { x, dy }, attrs, backend }: FilterCall): TensorInfo {
  const info = convInfo(attrs, x.shape as Shape4D, attrs.filterShape);
  const out = backend.makeOutput(attrs.filterShape, 'float32');
  const [values, d] = [floats(backend, x), floats(backend, dy)];
  const [channels, multiplier] = [info.inChannels, info.outChannels / info.inChannels];
  const sums = new Float64Array(attrs.filterShape.reduce((a, b) => a * b));
  forEachTap(info, (input, output, tap) => {
    for (let c = 0; c < channels; c++) {
      const value = values[input + c]!;
      for (let m = c * multiplier; m < (c + 1) * multiplier; m++) sums[tap + m]! += value * d[output + m]!;
    }
  });
  floats(backend, out).set(sums);
  return out;
}

/** Calls back with the flat offsets of an input pixel, an output pixel and the filter tap that joins them. */
function forEachTap(
  info: backend_util.Conv2DInfo,
  visit: (input: number, output: number, tap: number) => void,
): void {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, outChannels, padInfo } = info;
  for (let n = 0; n < batchSize; n++) {
    for (let oy = 0; oy < outHeight; oy++) {
      for (let ky = 0; ky < info.filterHeight; ky++) {
        const y = oy * info.strideHeight - padInfo.top + ky * info.dilationHeight;
        if (y < 0 || y >= inHeight) continue;
        for (let ox = 0; ox < outWidth; ox++) {
          for (let kx = 0; kx < info.filterWidth; kx++) {
            const x = ox * info.strideWidth - padInfo.left + kx * info.dilationWidth;
            if (x < 0 || x >= inWidth) continue;
            const output = ((n * outHeight + oy) * outWidth + ox) * outChannels;
            visit(
              ((n * inHeight + y) * inWidth + x) * inChannels,
              output,
              (ky * info.filterWidth + kx) * outChannels,
            );
          }
        }
      }
    }
  }
}

function convInfo({ strides, dilations, pad, dimRoundingMode }: Attrs, input: Shape4D, filter: Shape4D) {
  return backend_util.computeConv2DInfo(input, filter, strides, dilations, pad, dimRoundingMode, true);
}
