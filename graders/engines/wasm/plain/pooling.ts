import { backend_util } from '@tensorflow/tfjs';
import type { TensorInfo } from '@tensorflow/tfjs';
import { floats, zeros, type Call } from '../kernel.ts';

/**
 * Pooling over depth, height and width; a two-dimensional pool has depth 1. Replaces kernels of tfjs 4.22 that are wrong on wasm
 * without saying so: MaxPoolGrad and MaxPool3D start from the smallest positive float, so windows of negative values go astray;
 * AvgPoolGrad and AvgPool3DGrad divide by the whole window where the forward pass leaves padding out.
 */
type Attrs = {
  filterSize: number | [number, number, number];
  strides: number | [number, number, number];
  pad: 'valid' | 'same' | number;
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
};
type ForwardCall = Call<{ x: TensorInfo }, Attrs>;
type GradientCall = Call<{ dy: TensorInfo; input: TensorInfo }, Attrs>;
type Geometry = ReturnType<typeof geometry>;

export function maxPool({ inputs: { x }, attrs, backend }: ForwardCall): TensorInfo {
  const at = geometry(x.shape, attrs);
  const out = backend.makeOutput(at.outShape, 'float32');
  const [from, to] = [floats(backend, x), floats(backend, out)];
  let next = 0;
  forEachWindow(at, (window) => {
    for (let channel = 0; channel < at.channels; channel++)
      to[next++] = from[indexOfMax(from, window, channel)]!;
  });
  return out;
}

export function maxPoolGradient({ inputs: { dy, input }, attrs, backend }: GradientCall): TensorInfo {
  const at = geometry(input.shape, attrs);
  const out = zeros(backend, input.shape);
  const [dx, d, x] = [floats(backend, out), floats(backend, dy), floats(backend, input)];
  let next = 0;
  forEachWindow(at, (window) => {
    for (let channel = 0; channel < at.channels; channel++) dx[indexOfMax(x, window, channel)]! += d[next++]!;
  });
  return out;
}

export function averagePoolGradient({ inputs: { dy, input }, attrs, backend }: GradientCall): TensorInfo {
  const at = geometry(input.shape, attrs);
  const out = zeros(backend, input.shape);
  const [dx, d] = [floats(backend, out), floats(backend, dy)];
  let next = 0;
  forEachWindow(at, ({ starts, count }) => {
    for (let channel = 0; channel < at.channels; channel++) {
      const share = d[next++]! / count;
      for (let i = 0; i < count; i++) dx[starts[i]! + channel]! += share;
    }
  });
  return out;
}

/** `starts`: flat offsets (channel 0) of the `count` real pixels under the window, padding left out. */
type Window = { starts: Int32Array; count: number };

/** The first greatest value; a window of NaN alone gives its first pixel. */
function indexOfMax(values: Float32Array, { starts, count }: Window, channel: number): number {
  let best = starts[0]! + channel;
  for (let i = 1; i < count; i++) {
    const index = starts[i]! + channel;
    if (values[index]! > values[best]!) best = index;
  }
  return best;
}

/** Visits the windows in output order. The window object is reused: read it, do not keep it. */
function forEachWindow(at: Geometry, visit: (window: Window) => void): void {
  const window: Window = { starts: new Int32Array(at.size[0]! * at.size[1]! * at.size[2]!), count: 0 };
  const [depth, height, width] = at.inSize;
  for (let n = 0; n < at.batch; n++) {
    for (let oz = 0; oz < at.outSize[0]!; oz++) {
      const [z0, z1] = span(at, 0, oz);
      for (let oy = 0; oy < at.outSize[1]!; oy++) {
        const [y0, y1] = span(at, 1, oy);
        for (let ox = 0; ox < at.outSize[2]!; ox++) {
          const [x0, x1] = span(at, 2, ox);
          window.count = 0;
          for (let z = z0; z < z1; z++) {
            for (let y = y0; y < y1; y++) {
              const row = ((n * depth! + z) * height! + y) * width!;
              for (let x = x0; x < x1; x++) window.starts[window.count++] = (row + x) * at.channels;
            }
          }
          visit(window);
        }
      }
    }
  }
}

function span(at: Geometry, axis: number, out: number): [number, number] {
  const start = out * at.strides[axis]! - at.before[axis]!;
  return [Math.max(0, start), Math.min(at.inSize[axis]!, start + at.size[axis]!)];
}

function geometry(shape: number[], attrs: Attrs) {
  return shape.length === 5 ? geometry3d(shape as never, attrs) : geometry2d(shape as never, attrs);
}

function geometry2d(
  shape: [number, number, number, number],
  { filterSize, strides, pad, dimRoundingMode }: Attrs,
) {
  const info = backend_util.computePool2DInfo(
    shape,
    filterSize as number,
    strides as number,
    1,
    pad,
    dimRoundingMode,
  );
  return {
    batch: info.batchSize,
    channels: info.inChannels,
    size: [1, info.filterHeight, info.filterWidth],
    strides: [1, info.strideHeight, info.strideWidth],
    before: [0, info.padInfo.top, info.padInfo.left],
    inSize: [1, info.inHeight, info.inWidth],
    outSize: [1, info.outHeight, info.outWidth],
    outShape: info.outShape as number[],
  };
}

function geometry3d(
  shape: [number, number, number, number, number],
  { filterSize, strides, pad, dimRoundingMode }: Attrs,
) {
  const info = backend_util.computePool3DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
  return {
    batch: info.batchSize,
    channels: info.inChannels,
    size: [info.filterDepth, info.filterHeight, info.filterWidth],
    strides: [info.strideDepth, info.strideHeight, info.strideWidth],
    before: [info.padInfo.front, info.padInfo.top, info.padInfo.left],
    inSize: [info.inDepth, info.inHeight, info.inWidth],
    outSize: [info.outDepth, info.outHeight, info.outWidth],
    outShape: info.outShape as number[],
  };
}
