import * as tf from '@tensorflow/tfjs';
import type { Heap } from '../heap.ts';
import { compileModel, type Compiled, type Compiler } from './compiled.ts';
import { feedRun } from './feed.ts';
import type { Ins, Model } from './internals.ts';

/** Loss and metrics of all rows: the means over batches, weighted by their rows. */
export function evaluateBatches(heap: Heap, compiled: Compiled, ins: Ins, batchSize: number): number[] {
  const count = ins[0]!.shape[0]!;
  let sums: number[] = [];
  for (let start = 0; start < count; start += batchSize) {
    const rows = Math.min(batchSize, count - start);
    feedRun(heap, compiled, ins, start, rows);
    compiled.forward(rows, false);
    const values = compiled.test(rows);
    sums = values.map((value, i) => (sums[i] ?? 0) + rows * value);
  }
  return sums.map((sum) => sum / count);
}

/** What `evaluate` gives. Throws `PlainPath`. */
export function evaluateCompiled(compiler: Compiler, model: Model, ins: Ins, batchSize: number): tf.Scalar[] {
  const rows = Math.min(batchSize, ins[0]!.shape[0]!);
  const compiled = compileModel(compiler, { model, ins, rows, isTraining: false });
  try {
    return evaluateBatches(compiler.heap, compiled, ins, batchSize).map((value) => tf.scalar(value));
  } finally {
    compiled.free();
  }
}
