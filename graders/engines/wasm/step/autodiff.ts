import * as tf from '@tensorflow/tfjs';
import type { LossFunction } from './internals.ts';
import type { Scored } from './scored.ts';
import { tensorAt } from './tensors.ts';

/** Losses that tfjs computes, with the gradients of the outputs. They are tfjs's functions or a script's, on tensors of the batch. */
export function scoreByTfjs(scored: Scored, rows: number): { total: number; each: number[] } {
  return tf.tidy(() => {
    const { model, weights } = scored;
    const outputs = scored.outputs.map((_, i) => outputTensor(scored, i, rows));
    // A script's loss may read weights, too.
    const read = weights.filter(({ gradient }) => gradient);
    const variables = [...new Set(read.map(({ variable }) => variable.read()))];
    const each: number[] = [];
    const total = () => {
      const losses = model.lossFunctions.map((lossOf, i) => {
        const loss = lossOf(targetTensor(scored, i, rows), outputs[i]!);
        const { weights: at, weightShape } = scored.targets[i]!;
        const weighted = at ? tf.mul(loss, tensorAt(scored.heap, at, [rows, ...weightShape!])) : loss;
        each.push(numberOf(tf.mean(weighted)));
        return weighted;
      });
      return tf.mean(losses.reduce((sum, loss) => tf.add(sum, loss)));
    };
    const { value, grads } = tf
      .engine()
      .gradients(total, [...outputs, ...variables] as tf.Tensor[], undefined, true);
    requireConnection(scored, grads);
    writeGradients(scored, outputs, grads);
    keepDirect(scored, variables, grads.slice(outputs.length));
    return { total: numberOf(value), each };
  }) as unknown as { total: number; each: number[] };
}

/** The mean of a metric over a batch. */
export function metricByTfjs(scored: Scored, metric: LossFunction, i: number, rows: number): number {
  return tf.tidy(() =>
    numberOf(tf.mean(metric(targetTensor(scored, i, rows), outputTensor(scored, i, rows)))),
  ) as unknown as number;
}

const numberOf = (tensor: tf.Tensor): number => tensor.dataSync()[0]!;

function outputTensor({ heap, outputs }: Scored, i: number, rows: number): tf.Tensor {
  const { at, shape } = outputs[i]!;
  return tensorAt(heap, at, [rows, ...shape]);
}

function targetTensor({ heap, targets }: Scored, i: number, rows: number): tf.Tensor {
  const { at, shape, dtype } = targets[i]!;
  return tensorAt(heap, at, [rows, ...shape], dtype);
}

/** A loss that does not depend on an output gives it no gradient. */
function writeGradients(
  { heap, gradients }: Scored,
  outputs: tf.Tensor[],
  found: (tf.Tensor | undefined)[],
): void {
  outputs.forEach(({ size }, i) => {
    const to = gradients![i]!;
    const gradient = found[i];
    if (gradient) heap.kernels.copyFloats(to, heap.address(gradient), size);
    else heap.floats().fill(0, to / 4, to / 4 + size);
  });
}

/** Gradients of weights that the loss itself reads: added once the way back through the layers has written the others. */
function keepDirect(
  { weights, direct }: Scored,
  variables: tf.Variable[],
  found: (tf.Tensor | undefined)[],
): void {
  variables.forEach((variable, i) => {
    const gradient = found[i];
    const weight = weights.find((each) => each.gradient && each.variable.read() === variable)!;
    if (gradient) direct.push({ to: weight.gradient, gradient: tf.keep(gradient) });
  });
}

/** As tfjs says it. Penalties of weights are a connection, too. */
function requireConnection({ hasPenalties }: Scored, found: (tf.Tensor | undefined)[]): void {
  if (hasPenalties || found.some(Boolean)) return;
  throw new Error(
    'Cannot find a connection between any variable and the result of the loss function y=f(x). Please make sure the operations that use variables are inside the function f passed to minimize().',
  );
}
