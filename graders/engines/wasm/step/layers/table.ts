import type { Layer } from '../internals.ts';
import type { Compile } from '../part.ts';
import { refuse } from '../plain-path.ts';
import { activation, elu, leakyRelu, relu, softmax } from './activation.ts';
import { dense } from './dense.ts';
import { dropout } from './dropout.ts';
import { classOf } from './known.ts';
import { flatten, reshape } from './shape.ts';

/** What is compiled, by the names that tfjs gives its layers. */
const COMPILERS: Record<string, Compile> = {
  Activation: activation,
  Dense: dense,
  Dropout: dropout,
  ELU: elu,
  Flatten: flatten,
  LeakyReLU: leakyRelu,
  ReLU: relu,
  Reshape: reshape,
  Softmax: softmax,
};

type Known = { compile: Compile; prototype: { call: unknown }; call: unknown };

/** The same by class, with what the layers do when tfjs calls them: a script may change that. */
const KNOWN = new Map<unknown, Known>(
  Object.entries(COMPILERS).map(([name, compile]) => {
    const prototype = classOf(name).prototype as { call: unknown };
    return [classOf(name), { compile, prototype, call: prototype.call }];
  }),
);

/** Checks of ours stand before tfjs's own function here, and `embedding.ts` keeps to them. */
const CHECKED = new Set(['Embedding']);

/** Compiles what a layer does; refuses classes that are not known, and layers that a script has changed. */
export function compilerOf(layer: Layer): Compile {
  const name = layer.getClassName();
  const known = KNOWN.get(layer.constructor);
  if (!known) return refuse(`layer ${name.slice(0, 40)}`);
  const isChanged = layer.call !== known.prototype.call || Object.hasOwn(layer, 'apply') || layer._callHook;
  if (isChanged || (known.prototype.call !== known.call && !CHECKED.has(name)))
    refuse(`${name} with its own call`);
  return known.compile;
}
