import * as tf from '@tensorflow/tfjs';
import type { Heap } from '../heap.ts';
import type { FitLoop } from './callbacks.ts';
import type { Compiler } from './compiled.ts';
import { evaluateCompiled } from './evaluate.ts';
import { runFit } from './fit.ts';
import { readFunctions } from './functions.ts';
import type { FitArgs, Model } from './internals.ts';
import { notePath, PlainPath, refuse, type PathTaken } from './plain-path.ts';
import { predictCompiled } from './predict.ts';
import { makeSteps } from './steps.ts';

/**
 * From now on `fit`, `evaluate` and `predict` run compiled where a model can be: as a fixed series of kernels over fixed memory, without
 * tfjs's graph of operations. Data order, random numbers and results are tfjs's, to rounding. What cannot be compiled runs as before,
 * and `pathsTaken` tells why. Once per process, before any script runs.
 */
export function installStep(heap: Heap): void {
  const compiler: Compiler = { heap, functions: readFunctions() };
  const model = tf.LayersModel.prototype as unknown as Model;
  const { fitLoop, testLoop, predictLoop } = model;
  model.fitLoop = function (this: Model, ...args) {
    return fit(compiler, fitLoop, this, args);
  };
  model.testLoop = function (this: Model, f, ins, batchSize, verbose, steps) {
    const plain = () => testLoop.call(this, f, ins, batchSize, verbose, steps);
    if (verbose || typeof steps === 'number' || !isSeveral(ins, batchSize)) return plain();
    return orPlain('evaluate', () => evaluateCompiled(compiler, this, ins, batchSize), plain);
  };
  model.predictLoop = function (this: Model, ins, batchSize = 32, verbose = false) {
    const plain = () => predictLoop.call(this, ins, batchSize, verbose);
    if (verbose || !Array.isArray(ins) || !isSeveral(ins, batchSize)) return plain();
    const one = ([first, ...more]: tf.Tensor[]) => (more.length > 0 ? [first!, ...more] : first!);
    return orPlain('predict', () => one(predictCompiled(compiler, this, ins, batchSize)), plain);
  };
}

/** A single batch is not worth compiling for. */
const isSeveral = (ins: (tf.Tensor | null)[], batchSize: number): boolean =>
  (ins[0]?.shape[0] ?? 0) > batchSize;

async function fit(compiler: Compiler, plain: FitLoop, model: Model, args: FitArgs): Promise<tf.History> {
  const steps = orPlain(
    'fit',
    () => makeUsualSteps(compiler, model, args),
    () => null,
  );
  if (!steps) return plain.apply(model, args);
  try {
    return await runFit(steps, plain, model, args);
  } finally {
    steps.free();
  }
}

function makeUsualSteps(compiler: Compiler, model: Model, args: FitArgs) {
  const [shuffle, stepsPerEpoch, validationSteps] = [args[9], args[12], args[13]];
  if (shuffle === 'batch' || stepsPerEpoch !== null || validationSteps !== null) refuse('options of fit');
  return makeSteps(compiler, model, args);
}

function orPlain<T>(call: PathTaken['call'], compiled: () => T, plain: () => T): T {
  try {
    const result = compiled();
    notePath(call, null);
    return result;
  } catch (error) {
    if (!(error instanceof PlainPath)) throw error;
    notePath(call, error.why);
    return plain();
  }
}
