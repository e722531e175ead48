import * as tf from '@tensorflow/tfjs';
import { compileModel, type Compiled, type Compiler } from './compiled.ts';
import { evaluateBatches } from './evaluate.ts';
import { feedRows } from './feed.ts';
import type { FitArgs, Ins, Model } from './internals.ts';
import { notePath, PlainPath } from './plain-path.ts';

/** The steps of one call of `fit`. */
export type Steps = {
  /** The order of the rows in this epoch. */
  setOrder(rows: readonly number[]): void;
  /** One step with `rows` rows of that order; gives loss and metrics. */
  step(start: number, rows: number): number[];
  validate(): number[];
  free(): void;
};

/** Compiles the model; compiles it anew when it changes between steps, and then goes on as tfjs does where it cannot. Throws `PlainPath`. */
export function makeSteps(compiler: Compiler, model: Model, args: FitArgs): Steps {
  const [f, ins, , batchSize = 32, , , , testF, testIns] = args;
  const count = ins[0]!.shape[0]!;
  const rows = Math.min(batchSize, Math.max(count, testF ? testIns[0]!.shape[0]! : 0));
  const compile = () => compileModel(compiler, { model, ins, rows, isTraining: true });
  let compiled: Compiled | null = compile();
  const { heap } = compiler;
  const indices = heap.allocate(4 * count);
  const renew = () => {
    compiled?.free();
    compiled = null;
    compiled = orNote(compile);
  };
  const isTestedAlike = testF !== null && haveSameRows(ins, testIns);
  return {
    setOrder: (order) => heap.integers().set(order, indices / 4),
    step: (start, size) => {
      if (compiled && !compiled.isCurrent()) renew();
      const at = indices + 4 * start;
      if (!compiled) return plainStep(f, ins, heap.integers().slice(at / 4, at / 4 + size));
      feedRows(heap, compiled, ins, at, size);
      return compiled.train(size);
    },
    validate: () => {
      if (compiled && !compiled.isCurrent()) renew();
      if (compiled && isTestedAlike) return evaluateBatches(heap, compiled, testIns, batchSize);
      return numbersOf(model.testLoop(testF!, testIns, batchSize));
    },
    free: () => {
      compiled?.free();
      heap.free(indices);
    },
  };
}

function orNote(compile: () => Compiled): Compiled | null {
  try {
    return compile();
  } catch (error) {
    if (!(error instanceof PlainPath)) throw error;
    notePath('fit', error.why);
    return null;
  }
}

/** A batch as tfjs takes it. */
function plainStep(f: FitArgs[0], ins: Ins, rows: Int32Array): number[] {
  return tf.tidy(() => {
    const ids = tf.tensor1d(rows, 'int32');
    return numbersOf(f(ins.map((each) => each && tf.gather(each, ids)) as tf.Tensor[]));
  }) as unknown as number[];
}

function numbersOf(scalars: tf.Scalar[]): number[] {
  const numbers = scalars.map((scalar) => scalar.dataSync()[0]!);
  tf.dispose(scalars);
  return numbers;
}

const haveSameRows = (a: Ins, b: Ins): boolean =>
  b.every(
    (each, i) => each!.dtype === a[i]!.dtype && each!.shape.slice(1).join() === a[i]!.shape.slice(1).join(),
  );
