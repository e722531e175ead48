import * as tf from '@tensorflow/tfjs';
import { BoxFailure } from './fail.ts';

const OPTIMIZERS = ['sgd', 'momentum', 'adagrad', 'adadelta', 'adam', 'adamax', 'rmsprop'] as const;
/** These have no rate of their own to fall back on. */
const WITHOUT_DEFAULT = new Set<string>(['sgd', 'momentum', 'adagrad', 'rmsprop']);

/**
 * A learning rate that is an object, a text or missing makes tfjs train into NaN; a dropout layer whose rate is missing or 50 drops
 * nothing. Neither says so. From now on both are refused at the student's line, as Keras refuses what is no rate.
 */
export function checkRates(): void {
  const train = tf.train as unknown as Record<string, (...args: unknown[]) => unknown>;
  for (const name of OPTIMIZERS) {
    const make = train[name]!;
    train[name] = (rate, ...rest) => {
      const isLeftOut = rate === undefined && !WITHOUT_DEFAULT.has(name);
      if (!isLeftOut && !(isNumber(rate) && rate > 0)) throw wrongRate(`tf.train.${name}`, rate);
      return make(rate, ...rest);
    };
  }
  checkDropout();
}

type Dropout = tf.layers.Layer & { rate: number };

/** The constructor has already cut the rate to at most 1; the layer is checked where it is put into a model. */
function checkDropout(): void {
  const { prototype } = tf.layers.dropout({ rate: 0, name: 'probe' }).constructor as { prototype: Dropout };
  const { apply } = prototype;
  prototype.apply = function (this: Dropout, ...args) {
    if (!(this.rate < 1)) throw wrongRate('tf.layers.dropout', this.rate === 1 ? '≥ 1' : undefined);
    return apply.apply(this, args);
  };
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

function wrongRate(where: string, value: unknown): BoxFailure {
  const given = typeof value === 'object' && value !== null ? '{…}' : String(value).slice(0, 40);
  return new BoxFailure('wrongRate', `${where}: ${given}`);
}
