import type { Heap } from '../heap.ts';
import type { Use } from './graph.ts';
import type { Layer, Variable } from './internals.ts';
import { classOf } from './layers/known.ts';
import type { Weight } from './part.ts';
import { refuse } from './plain-path.ts';

type Regularizer = { l1: number; l2: number };
type Penalty = { weight: Weight; regularizer: Regularizer };

const L1L2 = classOf('L1L2');
/** A layer's weights and what it calls their regularizers. */
const PLACES = [
  ['kernel', 'kernelRegularizer'],
  ['bias', 'biasRegularizer'],
  ['depthwiseKernel', 'depthwiseRegularizer'],
  ['pointwiseKernel', 'pointwiseRegularizer'],
  ['embeddings', 'embeddingsRegularizer'],
  ['gamma', 'gammaRegularizer'],
  ['beta', 'betaRegularizer'],
] as const;

/** The penalties of a model: `add` adds their gradients to those of the weights and gives their sum. A shared layer counts as often as it is used. */
export function makePenalties({ kernels }: Heap, uses: readonly Use[]): { count: number; add: () => number } {
  const penalties = uses.flatMap(penaltiesOf);
  const add = () => {
    let sum = 0;
    for (const { weight, regularizer } of penalties) {
      const { size, at, gradient } = weight;
      sum += kernels.penalize(size, at, gradient, regularizer.l1, regularizer.l2);
    }
    return sum;
  };
  return { count: penalties.length, add };
}

/** Losses of a layer that are no such penalties would be missed. */
function penaltiesOf({ layer, weights }: Use): Penalty[] {
  const found = PLACES.flatMap(([name, of]) => {
    const weight = weights.find(({ variable }) => variable === (layer[name] as Variable));
    return weight && isL1L2(layer, of) ? [{ weight, regularizer: layer[of] as Regularizer }] : [];
  });
  return found.length === layer.losses.length ? found : refuse(`regularizers of ${layer.getClassName()}`);
}

function isL1L2(layer: Layer, name: string): boolean {
  const regularizer = layer[name] as object | null | undefined;
  return regularizer?.constructor === L1L2 && !Object.hasOwn(regularizer, 'apply');
}
