import type { RecurrentLayer } from '../../recurrent/layer.ts';
import type { Layer } from '../internals.ts';
import { only, type Compile, type Site, type Value } from '../part.ts';
import { refuse } from '../plain-path.ts';
import { makeScan, type Scan } from './scan.ts';

/** LSTM, GRU and simple RNN layers; after x come the first states, where they are given. */
export const recurrent: Compile = (site, layer, [x, ...first]) => {
  const { returnSequences, returnState, cell } = layer as unknown as RecurrentLayer;
  // tfjs would run it, and draw, once for each state that is used.
  if (returnState && (cell.dropout || cell.recurrentDropout)) refuse('states of a layer with dropout');
  const scan = makeScan(site, layer as unknown as RecurrentLayer, x!, first);
  const { steps, units } = scan;
  const y = site.value(returnSequences ? [steps, units] : [units]);
  const last = Array.from({ length: returnState ? scan.states : 0 }, () => site.value([units]));
  const { kernels } = site.heap;
  return {
    outputs: [y, ...last],
    forward: (rows, isTraining) => {
      const { states, carries } = scan.forward(rows, isTraining);
      writeOutput(site, scan, rows, states, y, returnSequences);
      const end = 4 * steps * rows * units;
      last.forEach(({ at }, i) => kernels.copyFloats(at, [states, carries][i]! + end, rows * units));
    },
    backward: (rows, [from = 0, h = 0, c = 0], to) =>
      scan.backward(rows, { y: from, isLast: !returnSequences, h, c }, to),
  };
};

/** From the states of all steps, time first, to those of all steps or of the last, rows of the batch first. */
function writeOutput(
  { heap: { kernels } }: Site,
  { steps, units }: Scan,
  rows: number,
  states: number,
  y: Value,
  isSequence: boolean,
): void {
  const first = 4 * rows * units;
  if (isSequence) kernels.toBatchMajor(rows, steps, units, states + first, y.at, false);
  else kernels.copyFloats(y.at, states + steps * first, rows * units);
}

type Wrapped = Layer & {
  forwardLayer: RecurrentLayer;
  backwardLayer: RecurrentLayer;
  mergeMode: string | null;
};

/** Both directions over the same steps, and what comes out side by side, added up or averaged. */
export const bidirectional: Compile = (site, layer, inputs) => {
  const { forwardLayer, backwardLayer, mergeMode } = layer as Wrapped;
  if (inputs.length > 1 || layer['returnState']) refuse('states of a Bidirectional layer');
  if (mergeMode !== 'concat' && mergeMode !== 'sum' && mergeMode !== 'ave') refuse(`merging by ${mergeMode}`);
  const x = only(inputs);
  const { kernels } = site.heap;
  const isSequence = Boolean(layer['returnSequences']);
  const scans = [forwardLayer, backwardLayer].map((each) => makeScan(site, each, x, []));
  const { steps, units } = scans[0]!;
  const width = mergeMode === 'concat' ? 2 * units : units;
  const perRow = isSequence ? steps : 1;
  const y = site.value(isSequence ? [steps, width] : [width]);
  const each = scans.map(() => site.value(isSequence ? [steps, units] : [units]));
  const turned = site.value(each[1]!.shape);
  const [gradient, spare] = [site.value(turned.shape), site.value(x.shape)];
  const share = mergeMode === 'ave' ? 0.5 : 1;
  /** The second direction computes the last step first. */
  const turn = (rows: number, from: number, to: number) => {
    for (let row = 0; row < rows; row++) {
      for (let step = 0; step < perRow; step++) {
        const [at, other] = [row * perRow + step, row * perRow + perRow - 1 - step];
        kernels.copyFloats(to + 4 * at * units, from + 4 * other * units, units);
      }
    }
  };
  return {
    outputs: [y],
    forward: (rows, isTraining) => {
      scans.forEach((scan, i) => {
        const { states } = scan.forward(rows, isTraining);
        writeOutput(site, scan, rows, states, each[i]!, isSequence);
      });
      turn(rows, each[1]!.at, turned.at);
      const [one, two] = [each[0]!.at, turned.at];
      if (mergeMode === 'concat') {
        kernels.copyRuns(rows * perRow, units, one, units, y.at, width);
        kernels.copyRuns(rows * perRow, units, two, units, y.at + 4 * units, width);
        return;
      }
      kernels.copyFloats(y.at, one, rows * y.size);
      kernels.addFloats(y.at, two, rows * y.size);
      if (share !== 1) kernels.scaleFloats(rows * y.size, share, y.at);
    },
    backward: (rows, [from = 0], [to = 0]) => {
      if (share !== 1) kernels.scaleFloats(rows * y.size, share, from);
      const at = each.map((value) => value.at);
      const second = mergeMode === 'concat' ? from + 4 * units : from;
      // What the directions gave is needed no more: their gradients take its place.
      kernels.copyRuns(rows * perRow, units, from, width, at[0]!, units);
      kernels.copyRuns(rows * perRow, units, second, width, gradient.at, units);
      turn(rows, gradient.at, at[1]!);
      scans.forEach((scan, i) => {
        const target = to && (i === 0 ? to : spare.at);
        scan.backward(rows, { y: at[i]!, isLast: !isSequence, h: 0, c: 0 }, [target]);
      });
      if (to) kernels.addFloats(to, spare.at, rows * x.size);
    },
  };
};
