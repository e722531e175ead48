import type * as tf from '@tensorflow/tfjs';
import type { Heap } from '../heap.ts';
import { compileModel, type Compiled, type Compiler } from './compiled.ts';
import { feedRun } from './feed.ts';
import type { Model } from './internals.ts';
import { refuse } from './plain-path.ts';

/** Rows do not depend on each other here: more at a time would only take memory. */
const ROWS_MAX = 128;

/** What `predict` gives, an output each. Throws `PlainPath`. */
export function predictCompiled(
  compiler: Compiler,
  model: Model,
  ins: tf.Tensor[],
  batchSize: number,
): tf.Tensor[] {
  const { heap } = compiler;
  const count = ins[0]!.shape[0]!;
  const rows = Math.min(batchSize, ROWS_MAX, count);
  const compiled = compileModel(compiler, { model, ins, rows, isTraining: false });
  try {
    if (compiled.graph.outputs.some(({ isWhole }) => isWhole)) refuse('an input as output');
    const outputs = compiled.graph.outputs.map(({ shape }) => heap.tensor([count, ...shape]));
    for (let start = 0; start < count; start += rows)
      predictRows(heap, compiled, ins, outputs, start, Math.min(rows, count - start));
    return outputs;
  } finally {
    compiled.free();
  }
}

function predictRows(
  heap: Heap,
  compiled: Compiled,
  ins: tf.Tensor[],
  outputs: tf.Tensor[],
  start: number,
  rows: number,
): void {
  feedRun(heap, compiled, ins, start, rows);
  compiled.forward(rows, false);
  compiled.graph.outputs.forEach(({ at, size }, i) =>
    heap.kernels.copyFloats(heap.address(outputs[i]!) + 4 * start * size, at, rows * size),
  );
}
