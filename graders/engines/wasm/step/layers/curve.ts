import type { Address } from '../../address.ts';
import { CURVES } from '../../curves.ts';
import type { Layer } from '../internals.ts';
import type { Site } from '../part.ts';
import { refuse } from '../plain-path.ts';
import { classOf } from './known.ts';

export type Kind = keyof typeof CURVES | 'softmax';

/** tfjs's activations, by their classes: a script may write others of the same name. */
const BY_CLASS = new Map<unknown, Kind>(
  ([...Object.keys(CURVES), 'softmax'] as Kind[])
    .filter((kind) => kind !== 'leakyRelu')
    .map((kind) => [classOf(kind), kind]),
);

/** An activation on values in place: `count` rows of `columns`. */
export type Curve = {
  kind: Kind;
  apply(rows: number, at: Address): void;
  /** gradient · derivative, into `gradient`. */
  backward(rows: number, at: Address, gradient: Address): void;
};

/** The kind of a layer's activation; refuses those that the kernels do not have. */
export function kindOf({ activation }: Layer): Kind {
  if (!activation) return 'linear';
  const kind = BY_CLASS.get(activation.constructor);
  return kind && !Object.hasOwn(activation, 'apply') ? kind : refuse(`activation ${nameOf(activation)}`);
}

const nameOf = (activation: object): string =>
  String((activation as { getClassName?(): unknown }).getClassName?.()).slice(0, 40);

/** `columns`: values in a row; `alpha`: the slope of a leaky ReLU below 0. */
export function makeCurve({ heap: { kernels } }: Site, kind: Kind, columns: number, alpha = 0): Curve {
  if (kind === 'linear') return { kind, apply: () => {}, backward: () => {} };
  if (kind === 'softmax')
    return {
      kind,
      apply: (rows, at) => kernels.softmax(rows, columns, at, at),
      backward: (rows, at, gradient) => kernels.softmaxGradient(rows, columns, at, gradient),
    };
  const number = CURVES[kind];
  return {
    kind,
    apply: (rows, at) => kernels.activate(rows * columns, at, at, number, alpha),
    backward: (rows, at, gradient) => kernels.activationGradient(rows * columns, at, gradient, number, alpha),
  };
}
