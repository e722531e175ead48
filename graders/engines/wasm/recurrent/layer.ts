import * as tf from '@tensorflow/tfjs';
import { CURVES, type CurveNumber } from '../curves.ts';
import { heap } from '../heap.ts';
import { classOf } from '../step/layers/known.ts';
import { recur, type Inputs } from './operation.ts';
import { GATES, type Cell, type Recurrence } from './recurrence.ts';

type Weight = { read(): tf.Tensor };
type CellLayer = tf.layers.Layer & {
  units: number;
  kernel: Weight;
  recurrentKernel: Weight;
  bias: Weight | null;
  activation: object;
  recurrentActivation?: object;
  dropout: number;
  recurrentDropout: number;
  dropoutFunc?: unknown;
};
/** A recurrent layer of tfjs, as far as this reads it. */
export type RecurrentLayer = tf.layers.Layer & {
  cell: CellLayer;
  returnSequences: boolean;
  returnState: boolean;
  goBackwards: boolean;
  stateful: boolean;
  states_: tf.Tensor[] | null;
  resetStates(states: tf.Tensor[], training?: boolean): void;
};
type Kwargs = { mask?: unknown; training?: boolean; initialState?: tf.Tensor[] | null; constants?: unknown };
type CellCall = tf.layers.Layer['call'];

/** tfjs's own cells and activations, by what makes them these: a program may give its own the same names. */
type Known = { cells: Map<CellCall, Cell>; activations: Map<unknown, CurveNumber> };
let known: Known | undefined;

/** Makes tfjs's LSTM, GRU and simple RNN layers one operation each, wherever they are used. The heap must be open. */
export function installRecurrent(): void {
  if (known) return;
  known = findKnown();
  const { prototype } = tf.RNN as unknown as { prototype: RecurrentLayer };
  const plain = prototype.call;
  prototype.call = function (this: RecurrentLayer, inputs, kwargs) {
    return callFused(this, inputs, kwargs ?? {}) ?? plain.call(this, inputs, kwargs);
  };
}

function findKnown(): Known {
  const cells = Object.entries(CELL_CLASSES).map(
    ([cell, name]) => [callOf(classOf(name)), cell as Cell] as const,
  );
  // A leaky ReLU is a layer, not an activation by name.
  const names = Object.keys(CURVES).filter((name) => name !== 'leakyRelu') as (keyof typeof CURVES)[];
  return {
    cells: new Map(cells),
    activations: new Map(names.map((name) => [classOf(name), CURVES[name]])),
  };
}

const CELL_CLASSES = { lstm: 'LSTMCell', gru: 'GRUCell', simpleRNN: 'SimpleRNNCell' };
const callOf = ({ prototype }: { prototype: unknown }) => (prototype as tf.layers.Layer).call;

/** What of a layer does not depend on a batch; null where it computes something that the kernels do not. */
export function kindOf(
  layer: RecurrentLayer,
): Pick<Recurrence, 'cell' | 'units' | 'activation' | 'gateActivation' | 'goesBackwards'> | null {
  const { cell, goBackwards } = layer;
  const name = known?.cells.get(cell.call);
  const activation = known?.activations.get(cell.activation?.constructor);
  // A simple RNN has no gates.
  const gateActivation =
    name === 'simpleRNN' ? activation : known?.activations.get(cell.recurrentActivation?.constructor);
  if (name === undefined || activation === undefined || gateActivation === undefined) return null;
  if (cell.dropoutFunc) return null;
  return { cell: name, units: cell.units, activation, gateActivation, goesBackwards: goBackwards };
}

/** Null: tfjs's own way. */
function callFused(
  layer: RecurrentLayer,
  inputs: tf.Tensor | tf.Tensor[],
  kwargs: Kwargs,
): tf.Tensor | tf.Tensor[] | null {
  if (tf.getBackend() !== 'wasm' || isNested()) return null;
  const [x, ...more] = Array.isArray(inputs) ? inputs : [inputs];
  const kind = kindOf(layer);
  if (!kind || !x || more.length || kwargs.constants) return null;
  const states = kwargs.initialState ?? (layer.stateful ? layer.states_ : null);
  const training = kwargs.training ?? false;
  const drops = training && [layer.cell.dropout, layer.cell.recurrentDropout].some(isRate);
  // A bare RNN around a cell keeps the cell's dropout masks from call to call.
  if (drops && layer.getClassName() === 'RNN') return null;
  if (!fits(layer, kind.cell, x, states, kwargs.mask)) return null;
  return tf.tidy(() => {
    const [y, ...after] = runLayer(layer, kind, x, states, kwargs.mask as tf.Tensor | null, training);
    if (layer.stateful) layer.resetStates(after, training);
    return layer.returnState ? [y!, ...after] : y!;
  });
}

/** Within a gradient that another gradient is taken of: the operation's own gradient has none. */
const isNested = (): boolean =>
  (tf.engine() as unknown as { state: { gradientDepth: number } }).state.gradientDepth > 1;

const isRate = (rate: number): boolean => rate > 0 && rate < 1;

function fits(
  { cell }: RecurrentLayer,
  name: Cell,
  x: tf.Tensor,
  states: tf.Tensor[] | null,
  mask: unknown,
): boolean {
  const [batch, steps, inputs] = x.shape;
  const isFloat = (tensor: tf.Tensor, shape: unknown[]) =>
    tensor.dtype === 'float32' && tf.util.arraysEqual(tensor.shape, shape as number[]);
  const weights = [cell.kernel, cell.recurrentKernel, ...(cell.bias ? [cell.bias] : [])];
  if (x.rank !== 3 || x.size === 0 || !weights.every((weight) => weight.read().dtype === 'float32'))
    return false;
  if (!isFloat(x, x.shape) || cell.kernel.read().shape[0] !== inputs) return false;
  if (states && states.length !== (name === 'lstm' ? 2 : 1)) return false;
  if (states && !states.every((state) => isFloat(state, [batch, cell.units]))) return false;
  return mask == null || (mask instanceof tf.Tensor && tf.util.arraysEqual(mask.shape, [batch!, steps!]));
}

function runLayer(
  { cell, returnSequences }: RecurrentLayer,
  kind: NonNullable<ReturnType<typeof kindOf>>,
  x: tf.Tensor,
  states: tf.Tensor[] | null,
  mask: tf.Tensor | null | undefined,
  training: boolean,
): tf.Tensor[] {
  const [batch, steps, inputs] = x.shape as [number, number, number];
  const inputDropout = dropoutMask(kind.cell, cell.dropout, [batch, inputs], training);
  const stateDropout = dropoutMask(kind.cell, cell.recurrentDropout, [batch, cell.units], training);
  const recurrence: Recurrence = {
    ...kind,
    batch,
    steps,
    inputs,
    isMasked: mask != null,
    dropsInputs: inputDropout !== undefined,
    dropsState: stateDropout !== undefined,
  };
  const given: Inputs = {
    x,
    kernel: cell.kernel.read(),
    recurrentKernel: cell.recurrentKernel.read(),
    ...(cell.bias && { bias: cell.bias.read() }),
    ...(states && { h: states[0]! }),
    ...(states?.[1] && { c: states[1] }),
  };
  const masks = {
    ...(mask && { mask: mask.toBool().toFloat() }),
    ...(inputDropout && { inputDropout }),
    ...(stateDropout && { stateDropout }),
  };
  return recur(heap(), recurrence, given, masks, returnSequences);
}

/** tfjs draws one mask for each gate and uses the first: so are they drawn here, or the draws after them would be others. */
export function dropoutMask(
  cell: Cell,
  rate: number,
  shape: [number, number],
  training: boolean,
): tf.Tensor | undefined {
  if (!training || !isRate(rate)) return undefined;
  const masks = Array.from({ length: GATES[cell] }, () => tf.dropout(tf.ones(shape), rate));
  return masks[0];
}
