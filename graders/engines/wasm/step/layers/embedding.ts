import type { Tensor } from '@tensorflow/tfjs';
import type { Address } from '../../address.ts';
import type { Heap } from '../../heap.ts';
import type { Layer, Variable } from '../internals.ts';
import { only, type Compile, type Value } from '../part.ts';
import { refuse } from '../plain-path.ts';
import { tensorAt } from '../tensors.ts';
import { rowShape } from './shape.ts';

/** Rows of a table by their numbers. Floats count as the whole number towards 0, as tfjs casts them. */
export const embedding: Compile = (site, layer, inputs) => {
  if (layer['maskZero']) refuse('Embedding with maskZero');
  const { heap } = site;
  const { kernels } = heap;
  const x = only(inputs);
  const table = site.weight(layer['embeddings'] as Variable);
  const width = Number(layer['outputDim']);
  const count = table.size / width;
  const y = site.value(rowShape(layer, x.shape));
  const ids = x.isWhole ? x.at : site.floats(site.rows * x.size);
  return {
    outputs: [y],
    forward: (rows) => {
      if (!x.isWhole) toWhole(heap, x, ids, rows);
      const stray = kernels.gatherRows(rows * x.size, ids, count, width, table.at, y.at);
      if (stray >= 0) tellStray(heap, layer, x, rows);
    },
    backward: (rows, [from = 0]) => {
      if (table.gradient) kernels.sumSegments(rows * x.size, ids, count, width, from, table.gradient);
    },
  };
};

function toWhole(heap: Heap, x: Value, ids: Address, rows: number): void {
  const values = heap.floats().subarray(x.at / 4, x.at / 4 + rows * x.size);
  heap.integers().set(values, ids / 4);
}

/** tfjs's layer, or the check that a box puts before it, says what is wrong. */
function tellStray(heap: Heap, layer: Layer, { at, shape, isWhole }: Value, rows: number): never {
  const ids = tensorAt(heap, at, [rows, ...shape], isWhole ? 'int32' : 'float32');
  const call = layer.call as (ids: Tensor, kwargs: object) => unknown;
  call.call(layer, ids, {});
  throw new Error(`${layer.getClassName()}: a number outside of its table`);
}
