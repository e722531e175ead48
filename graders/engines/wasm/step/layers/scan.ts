import * as tf from '@tensorflow/tfjs';
import type { Address } from '../../address.ts';
import { runBackward, type Upstream } from '../../recurrent/backward.ts';
import { runForward } from '../../recurrent/forward.ts';
import {
  biasGradient,
  inputGradient,
  kernelGradient,
  recurrentKernelGradient,
} from '../../recurrent/gradients.ts';
import { dropoutMask, kindOf, type RecurrentLayer } from '../../recurrent/layer.ts';
import { memoryAt, memorySize, type Memory, type Recurrence } from '../../recurrent/recurrence.ts';
import type { Variable } from '../internals.ts';
import type { Site, Value } from '../part.ts';
import { refuse } from '../plain-path.ts';
import { classOf } from './known.ts';

const CLASSES: unknown[] = ['GRU', 'LSTM', 'SimpleRNN'].map(classOf);

/** All steps of a recurrent layer in one direction. */
export type Scan = {
  steps: number;
  units: number;
  /** The states that a layer of this kind has: h, and c of an LSTM. */
  states: 1 | 2;
  /** Gives where the states of all steps lie: see `Memory`. */
  forward(rows: number, isTraining: boolean): Memory;
  /** `to`: where the gradients of x and of the first states go. */
  backward(rows: number, upstream: Upstream, to: readonly Address[]): void;
};

/** Refuses layers that the kernels do not compute, and tensors of states that were given outside of the graph. */
export function makeScan(site: Site, layer: RecurrentLayer, x: Value, first: readonly Value[]): Scan {
  const kind = CLASSES.includes(layer.constructor) && !Object.hasOwn(layer, 'call') ? kindOf(layer) : null;
  const [steps, inputs] = x.shape as [number, number];
  if (!kind || layer.stateful || x.shape.length !== 2) return refuse(`${layer.getClassName()} of this kind`);
  const states = kind.cell === 'lstm' ? 2 : 1;
  if (first.length > 0 && first.length !== states) refuse('constants of a recurrent layer');
  const { heap } = site;
  const { cell } = layer;
  const [w, u] = [cell.kernel, cell.recurrentKernel].map((each) => site.weight(each as Variable));
  const bias = cell.bias ? site.weight(cell.bias as Variable) : null;
  const at = (rows: number, drops = { dropsInputs: false, dropsState: false }): Recurrence => {
    return { ...kind, batch: rows, steps, inputs, isMasked: false, ...drops };
  };
  const room = site.floats(memorySize(at(site.rows, { dropsInputs: true, dropsState: true })));
  let [recurrence, memory] = [at(0), {} as Memory];
  const set = (rows: number, drops: Pick<Recurrence, 'dropsInputs' | 'dropsState'>) => {
    const { batch, dropsInputs, dropsState } = recurrence;
    if (rows === batch && drops.dropsInputs === dropsInputs && drops.dropsState === dropsState) return;
    recurrence = at(rows, drops);
    memory = memoryAt(recurrence, room);
  };
  const run = (masks: Masks) =>
    runForward(heap, recurrence, memory, {
      x: x.at,
      kernel: w!.at,
      recurrentKernel: u!.at,
      bias: bias?.at ?? 0,
      h: first[0]?.at ?? 0,
      c: first[1]?.at ?? 0,
      mask: 0,
      ...masks,
    });
  return {
    steps,
    units: kind.units,
    states,
    forward: (rows, isTraining) => {
      withMasks(site, layer, rows, inputs, isTraining, (masks) => {
        set(rows, { dropsInputs: masks.inputDropout !== 0, dropsState: masks.stateDropout !== 0 });
        run(masks);
      });
      return memory;
    },
    backward: (_, upstream, [toX = 0, h = 0, c = 0]) => {
      runBackward(heap, recurrence, memory, u!.at, upstream, { h, c });
      if (w!.gradient) kernelGradient(heap, recurrence, memory, w!.gradient);
      if (u!.gradient) recurrentKernelGradient(heap, recurrence, memory, u!.gradient);
      if (bias?.gradient) biasGradient(heap, recurrence, memory, bias.gradient);
      if (toX) inputGradient(heap, recurrence, memory, w!.at, toX);
    },
  };
}

type Masks = { inputDropout: Address; stateDropout: Address };

/** The masks of dropout, drawn as tfjs draws them; `use` copies them. */
function withMasks(
  { heap }: Site,
  layer: RecurrentLayer,
  rows: number,
  inputs: number,
  isTraining: boolean,
  use: (masks: Masks) => void,
): void {
  const { dropout, recurrentDropout, units } = layer.cell;
  if (!isTraining || (!dropout && !recurrentDropout)) return use({ inputDropout: 0, stateDropout: 0 });
  const { cell } = kindOf(layer)!;
  tf.tidy(() => {
    const drawn = [
      dropoutMask(cell, dropout, [rows, inputs], true),
      dropoutMask(cell, recurrentDropout, [rows, units], true),
    ];
    const [inputDropout, stateDropout] = drawn.map((mask) => (mask ? heap.address(mask) : 0));
    use({ inputDropout: inputDropout!, stateDropout: stateDropout! });
  });
}
