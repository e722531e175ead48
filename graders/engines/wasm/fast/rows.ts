import { backend_util, util } from '@tensorflow/tfjs';
import type { TensorInfo } from '@tensorflow/tfjs';
import type { Heap } from '../heap.ts';
import { precedeKernel, type Call } from '../kernel.ts';

type GatherCall = Call<{ x: TensorInfo; indices: TensorInfo }, { axis: number; batchDims: number }>;
type SegmentCall = Call<{ x: TensorInfo; segmentIds: TensorInfo }, { numSegments: number }>;

/**
 * Rows picked along the first axis, which is how `fit` cuts every batch and how an embedding looks up, and the sums of rows of equal id,
 * which are the gradient of that. Other axes and types stay with the kernels that were there.
 */
export function registerRows(heap: Heap): void {
  precedeKernel('GatherV2', (call: GatherCall) => gather(heap, call));
  precedeKernel('UnsortedSegmentSum', (call: SegmentCall) => sumSegments(heap, call));
}

function gather(heap: Heap, { inputs: { x, indices }, attrs, backend }: GatherCall): TensorInfo | null {
  const axis = util.parseAxisParam(attrs.axis, x.shape)[0]!;
  const isWide = x.dtype === 'float32' || x.dtype === 'int32';
  if (axis !== 0 || attrs.batchDims !== 0 || !isWide || indices.dtype !== 'int32') return null;
  const { collectGatherOpShapeInfo } = backend_util.segment_util;
  const { outputShape } = collectGatherOpShapeInfo(x as never, indices as never, 0, 0);
  const out = backend.makeOutput(outputShape, x.dtype);
  const [count, rows] = [util.sizeFromShape(indices.shape), x.shape[0]!];
  const width = util.sizeFromShape(x.shape.slice(1));
  const [ids, from, to] = [heap.address(indices), heap.address(x), heap.address(out)];
  const stray = heap.kernels.gatherRows(count, ids, rows, width, from, to);
  if (stray >= 0) {
    backend.disposeData(out.dataId);
    throw new Error(
      `GatherV2: the index value ${heap.integers()[ids / 4 + stray]} is not in [0, ${rows - 1}]`,
    );
  }
  return out;
}

function sumSegments(heap: Heap, { inputs, attrs, backend }: SegmentCall): TensorInfo | null {
  const { x, segmentIds } = inputs;
  if (x.dtype !== 'float32' || segmentIds.dtype !== 'int32') return null;
  const rest = x.shape.slice(segmentIds.shape.length);
  const out = backend.makeOutput([attrs.numSegments, ...rest], 'float32');
  const [ids, from, to] = [heap.address(segmentIds), heap.address(x), heap.address(out)];
  const [count, width] = [util.sizeFromShape(segmentIds.shape), util.sizeFromShape(rest)];
  heap.kernels.sumSegments(count, ids, attrs.numSegments, width, from, to);
  return out;
}
