import * as tf from '@tensorflow/tfjs';
import { hasHeap, heap } from '../heap.ts';
import { ADADELTA, ADAGRAD, ADAM, ADAMAX, MOMENTUM, RMSPROP, SGD } from './tfjs-rules.ts';
import { AdamW, ADAMW } from './adamw.ts';
import { Lion, LION } from './lion.ts';
import { Nadam, NADAM } from './nadam.ts';
import { update, type Rule, type Update } from './rule.ts';

type Apply = tf.Optimizer['applyGradients'];
type AnyRule = Rule<tf.Optimizer>;

const RULES: [{ prototype: tf.Optimizer }, unknown][] = [
  [tf.SGDOptimizer, SGD],
  [tf.MomentumOptimizer, MOMENTUM],
  [tf.RMSPropOptimizer, RMSPROP],
  [tf.AdamOptimizer, ADAM],
  [tf.AdamaxOptimizer, ADAMAX],
  [tf.AdagradOptimizer, ADAGRAD],
  [tf.AdadeltaOptimizer, ADADELTA],
  [AdamW, ADAMW],
  [Nadam, NADAM],
  [Lion, LION],
];

/** The rule behind each `applyGradients` that was put in place. */
const installed = new WeakMap<Apply, AnyRule>();

/** Makes the optimizers change variables in place, in one pass over each, for every program of this process. The heap must be open. */
export function installOptimizers(): void {
  for (const [{ prototype }, rule] of RULES) installRule(prototype, rule as AnyRule);
}

function installRule(prototype: tf.Optimizer, rule: AnyRule): void {
  const plain = prototype.applyGradients;
  if (installed.has(plain)) return;
  const apply: Apply = function (this: tf.Optimizer, gradients) {
    const updates = tf.getBackend() === 'wasm' ? updatesOf(gradients) : null;
    if (updates) update(heap(), this, rule, updates);
    else plain.call(this, gradients);
  };
  prototype.applyGradients = apply;
  installed.set(apply, rule);
}

/** Null where a gradient is not as many floats as its variable: tfjs may know what to do, or what to say. */
function updatesOf(gradients: Parameters<Apply>[0]): Update[] | null {
  const named = Array.isArray(gradients)
    ? gradients.map(({ name, tensor }) => [name, tensor] as const)
    : Object.entries(gradients);
  const variables = named.map(([name]) => tf.engine().registeredVariables[name]);
  const fits = named.every(
    ([, tensor], i) => isFloatOf(variables[i]) && (!tensor || isAlike(tensor, variables[i]!)),
  );
  if (!fits) return null;
  return named.map(([, tensor], index) => ({
    variable: variables[index]!,
    gradient: tensor ? heap().address(tensor) : 0,
    index,
  }));
}

const isFloatOf = (variable: tf.Variable | undefined): boolean => variable?.dtype === 'float32';
const isAlike = (gradient: tf.Tensor, variable: tf.Variable): boolean =>
  gradient.dtype === 'float32' && tf.util.arraysEqual(gradient.shape, variable.shape);

/**
 * What one step of the optimizer does to variables whose gradients lie in memory; null where the optimizer is not one of these, or where
 * somebody has changed how this one steps. All variables must be floats on the wasm backend.
 */
export function updaterOf(optimizer: tf.Optimizer): ((updates: readonly Update[]) => void) | null {
  const rule = installed.get(optimizer.applyGradients);
  const { minimize, computeGradients } = tf.Optimizer.prototype;
  const isWhole = optimizer.minimize === minimize && optimizer.computeGradients === computeGradients;
  if (!hasHeap() || !rule || !isWhole || tf.getBackend() !== 'wasm') return null;
  return (updates) => update(heap(), optimizer, rule, updates);
}
