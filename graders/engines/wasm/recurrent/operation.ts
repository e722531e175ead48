import * as tf from '@tensorflow/tfjs';
import type { Heap } from '../heap.ts';
import { runBackward } from './backward.ts';
import { runForward, type Given } from './forward.ts';
import { biasGradient, inputGradient, kernelGradient, recurrentKernelGradient } from './gradients.ts';
import { GATES, memoryAt, memorySize, type Memory, type Recurrence } from './recurrence.ts';

/** What gradients go to. `h`, `c`: the first states. */
export type Inputs = {
  x: tf.Tensor;
  kernel: tf.Tensor;
  recurrentKernel: tf.Tensor;
  bias?: tf.Tensor;
  h?: tf.Tensor;
  c?: tf.Tensor;
};
/** What is given as it is, of floats. */
export type Masks = { mask?: tf.Tensor; inputDropout?: tf.Tensor; stateDropout?: tf.Tensor };

/** tfjs's way for an operation with several results and its own gradient; `tf.customGrad` knows but one result. */
type Engine = {
  runKernelFunc(call: {
    inputs: Partial<Inputs>;
    forwardFunc: (backend: unknown, save: (tensors: tf.Tensor[]) => void) => tf.Tensor[];
    backwardsFunc: (dys: tf.Tensor[], saved: tf.Tensor[]) => Partial<Record<keyof Inputs, () => tf.Tensor>>;
  }): tf.Tensor[];
};

/**
 * A whole recurrent layer in one direction as one operation of tfjs. Gives what came out, [batch, steps, units] or the last step's
 * [batch, units], then the final states. Gradients of gradients are not to be had: `isNested` of `layer.ts` sees to that.
 */
export function recur(
  heap: Heap,
  recurrence: Recurrence,
  inputs: Inputs,
  masks: Masks,
  returnsSequence: boolean,
): tf.Tensor[] {
  const engine = tf.engine() as unknown as Engine;
  return engine.runKernelFunc({
    inputs,
    forwardFunc: (_, save) => {
      const kept = heap.tensor([memorySize(recurrence)]);
      const memory = memoryAt(recurrence, heap.address(kept));
      runForward(heap, recurrence, memory, addressesOf(heap, { ...inputs, ...masks }));
      save([inputs.kernel, inputs.recurrentKernel, kept]);
      return results(heap, recurrence, memory, returnsSequence);
    },
    backwardsFunc: (upstream, [kernel, recurrentKernel, kept]) => {
      const memory = memoryAt(recurrence, heap.address(kept!));
      return gradients(
        heap,
        recurrence,
        memory,
        inputs,
        [kernel!, recurrentKernel!],
        upstream,
        returnsSequence,
      );
    },
  });
}

function addressesOf(heap: Heap, given: Inputs & Masks): Given {
  const at = (tensor: tf.Tensor | undefined) => (tensor ? heap.address(tensor) : 0);
  const { x, kernel, recurrentKernel, bias, h, c, mask, inputDropout, stateDropout } = given;
  return {
    x: at(x),
    kernel: at(kernel),
    recurrentKernel: at(recurrentKernel),
    bias: at(bias),
    h: at(h),
    c: at(c),
    mask: at(mask),
    inputDropout: at(inputDropout),
    stateDropout: at(stateDropout),
  };
}

function results(heap: Heap, recurrence: Recurrence, memory: Memory, returnsSequence: boolean): tf.Tensor[] {
  const { cell, batch, steps, units } = recurrence;
  const state = batch * units;
  const lastOf = (all: number) => {
    const last = heap.tensor([batch, units]);
    heap.kernels.copyFloats(heap.address(last), all + 4 * steps * state, state);
    return last;
  };
  const y = returnsSequence ? sequenceOf(heap, recurrence, memory) : lastOf(memory.states);
  return [y, lastOf(memory.states), ...(cell === 'lstm' ? [lastOf(memory.carries)] : [])];
}

function sequenceOf(heap: Heap, { batch, steps, units }: Recurrence, memory: Memory): tf.Tensor {
  const y = heap.tensor([batch, steps, units]);
  const first = memory.states + 4 * batch * units;
  heap.kernels.toBatchMajor(batch, steps, units, first, heap.address(y), false);
  return y;
}

/** Each is computed when it is asked for: the inputs of a first layer want none. */
function gradients(
  heap: Heap,
  recurrence: Recurrence,
  memory: Memory,
  { bias, h, c }: Inputs,
  [kernel, recurrentKernel]: [tf.Tensor, tf.Tensor],
  [y, lastH, lastC]: tf.Tensor[],
  returnsSequence: boolean,
): Partial<Record<keyof Inputs, () => tf.Tensor>> {
  const { cell, batch, steps, inputs, units } = recurrence;
  const [dh, dc] = [h, c].map((first) => first && heap.tensor([batch, units]));
  const at = (tensor: tf.Tensor | undefined) => (tensor ? heap.address(tensor) : 0);
  const upstream = { y: at(y), isLast: !returnsSequence, h: at(lastH), c: at(lastC) };
  runBackward(heap, recurrence, memory, at(recurrentKernel), upstream, { h: at(dh), c: at(dc) });
  const made = (shape: number[], fill: (to: number) => void) => () => {
    const gradient = heap.tensor(shape);
    fill(heap.address(gradient));
    return gradient;
  };
  const width = GATES[cell] * units;
  return {
    x: made([batch, steps, inputs], (to) => inputGradient(heap, recurrence, memory, at(kernel), to)),
    kernel: made([inputs, width], (to) => kernelGradient(heap, recurrence, memory, to)),
    recurrentKernel: made([units, width], (to) => recurrentKernelGradient(heap, recurrence, memory, to)),
    ...(bias && { bias: made(bias.shape, (to) => biasGradient(heap, recurrence, memory, to)) }),
    ...(dh && { h: () => dh }),
    ...(dc && { c: () => dc }),
  };
}
