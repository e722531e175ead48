import * as tf from '@tensorflow/tfjs';
import type { CallbackList, FitArgs, Model } from './internals.ts';

/** tfjs's loop, which `fit` calls. */
export type FitLoop = (this: Model, ...args: FitArgs) => Promise<tf.History>;

/**
 * The list of callbacks that tfjs makes for a training. It does not export how: its own loop is called and stopped where the list is
 * ready, which it is before the loop waits for anything.
 */
export async function callbacksOf(model: Model, plain: FitLoop, args: FitArgs): Promise<CallbackList> {
  const { prototype } = tf.CallbackList;
  const { setModel } = prototype;
  prototype.setModel = function (this: CallbackList) {
    throw new Ready(this);
  };
  let stopped: Promise<unknown>;
  try {
    stopped = plain.apply(model, args);
  } finally {
    prototype.setModel = setModel;
  }
  const ready: unknown = await stopped.catch((error: unknown) => error);
  if (!(ready instanceof Ready)) throw ready;
  ready.list.setModel(model as unknown as tf.LayersModel);
  return ready.list;
}

class Ready extends Error {
  readonly list: CallbackList;

  constructor(list: CallbackList) {
    super('the list of callbacks is ready');
    this.list = list;
  }
}

/**
 * Whether every callback takes numbers where tfjs's own loop gives tensors with one number. tfjs's do; a script's own subclass of
 * `tf.Callback` may ask a tensor for its data.
 */
export function takesNumbers({ callbacks }: CallbackList): boolean {
  const [logger] = callbacks;
  return callbacks.every(
    (each) =>
      each === logger ||
      each instanceof tf.History ||
      each instanceof tf.EarlyStopping ||
      each.constructor === tf.CustomCallback,
  );
}
