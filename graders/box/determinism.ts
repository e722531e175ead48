import * as tf from '@tensorflow/tfjs';
import { mulberry32 } from '#lib/core/rng.ts';

/**
 * One seed decides a whole training: tfjs draws initial weights, shuffles, dropout masks and noise from `Math.random`. Only
 * `tf.data` shuffles by the clock when no seed is given.
 */
export function seedEverything(seed: number): void {
  Math.random = mulberry32(seed);
  const { shuffle } = tf.data.Dataset.prototype;
  tf.data.Dataset.prototype.shuffle = function (bufferSize, given, reshuffle) {
    return shuffle.call(this, bufferSize, given ?? String(Math.random()), reshuffle);
  };
}
