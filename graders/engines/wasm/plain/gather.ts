import { backend_util, getKernel, util } from '@tensorflow/tfjs';
import type { TensorInfo } from '@tensorflow/tfjs';
import { floats, zeros, type Call } from '../kernel.ts';

type GatherCall = Call<{ x: TensorInfo; indices: TensorInfo }, { axis: number; batchDims: number }>;
type SegmentCall = Call<{ x: TensorInfo; segmentIds: TensorInfo }, { numSegments: number }>;

/**
 * Rows picked along the first axis, copied as whole rows: how `fit` cuts every batch. The stock kernel computes each element's
 * coordinates and took a fifth of a small model's step; it still serves the other axes and types.
 */
export function makeGather(): (call: GatherCall) => TensorInfo {
  const stock = getKernel('GatherV2', 'wasm').kernelFunc;
  return (call) => {
    const { inputs, attrs, backend } = call;
    const { x, indices } = inputs;
    const axis = util.parseAxisParam(attrs.axis, x.shape)[0]!;
    if (axis !== 0 || attrs.batchDims !== 0 || x.dtype !== 'float32')
      return stock(call as never) as TensorInfo;
    const shape = backend_util.segment_util.collectGatherOpShapeInfo(
      x as never,
      indices as never,
      0,
      0,
    ).outputShape;
    const out = backend.makeOutput(shape, 'float32');
    const [from, to] = [floats(backend, x), floats(backend, out)];
    const rows = backend.typedArrayFromHeap(indices);
    const length = util.sizeFromShape(x.shape.slice(1));
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const inside = row >= 0 && row < x.shape[0]!;
      util.assert(inside, () => `GatherV2: the index value ${row} is not in [0, ${x.shape[0]! - 1}]`);
      to.set(from.subarray(row * length, (row + 1) * length), i * length);
    }
    return out;
  };
}

/** Sums rows of equal id, the gradient of gather and of an embedding (missing in tfjs 4.22 on wasm). Ids outside are left out. */
export function unsortedSegmentSum({ inputs: { x, segmentIds }, attrs, backend }: SegmentCall): TensorInfo {
  const rest = x.shape.slice(segmentIds.shape.length);
  const out = zeros(backend, [attrs.numSegments, ...rest]);
  const [from, to] = [floats(backend, x), floats(backend, out)];
  const ids = backend.typedArrayFromHeap(segmentIds);
  const length = util.sizeFromShape(rest);
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    if (id < 0 || id >= attrs.numSegments) continue;
    for (let k = 0; k < length; k++) to[id * length + k]! += from[i * length + k]!;
  }
  return out;
}
