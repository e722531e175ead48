import * as tf from '@tensorflow/tfjs';
import { mulberry32 } from '#lib/core/rng.ts';

/** What a training leaves behind, as numbers. */
export type Outcome = Record<string, ArrayLike<number>>;
/** Makes and trains a model; gives what is to be compared. `on` must be called with the model before it is used. */
export type Training = (on: <M extends tf.LayersModel>(model: M) => M) => Promise<Outcome>;

/** tfjs's own path: a layer that a script listens to is not compiled. */
const onPlainPath = <M extends tf.LayersModel>(model: M): M => {
  model.layers.at(-1)!.setCallHook(() => {});
  return model;
};

/** The same training with the same random numbers, once as tfjs does it and once compiled. */
export async function bothPaths(
  seed: number,
  train: Training,
): Promise<{ plain: Outcome; compiled: Outcome }> {
  const { random } = Math;
  const run = async (on: Parameters<Training>[0]) => {
    Math.random = mulberry32(seed);
    const outcome = await train(on);
    return { ...outcome, 'the next random number': [Math.random()] };
  };
  try {
    return { plain: await run(onPlainPath), compiled: await run((model) => model) };
  } finally {
    Math.random = random;
  }
}

/** How far numbers differ, as a part of the greatest of their kind. NaN is at home with NaN. */
export function deviation(plain: ArrayLike<number>, compiled: ArrayLike<number>): number {
  if (plain.length !== compiled.length) return Infinity;
  let [scale, worst] = [1e-3, 0];
  for (let i = 0; i < plain.length; i++) {
    const [a, b] = [plain[i]!, compiled[i]!];
    if (Number.isNaN(a) !== Number.isNaN(b)) return Infinity;
    if (Number.isNaN(a) || a === b) continue;
    scale = Math.max(scale, Math.abs(a));
    worst = Math.max(worst, Math.abs(a - b));
  }
  return worst / scale;
}

/** The greatest deviation of an outcome, with the name of what deviates. */
export function worstOf({ plain, compiled }: { plain: Outcome; compiled: Outcome }): [number, string] {
  const names = new Set([...Object.keys(plain), ...Object.keys(compiled)]);
  const each = [...names].map((name): [number, string] => [deviation(plain[name]!, compiled[name]!), name]);
  return each.reduce((a, b) => (b[0] > a[0] ? b : a), [0, 'nothing']);
}
