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

/** The same with weights that begin a few roundings aside. */
const nudged =
  (by: number) =>
  <M extends tf.LayersModel>(model: M): M => {
    const weights = model.getWeights().map((each) => each.mul(1 + by));
    model.setWeights(weights);
    tf.dispose(weights);
    return onPlainPath(model);
  };
const NUDGES = [2 ** -21, -(2 ** -21), 2 ** -20];

export type Outcomes = { plain: Outcome; compiled: Outcome };

/** The same training with the same random numbers, once as tfjs does it and once compiled. */
export const bothPaths = async (seed: number, train: Training): Promise<Outcomes> => ({
  plain: await run(seed, train, onPlainPath),
  compiled: await run(seed, train, (model) => model),
});

async function run(seed: number, train: Training, on: Parameters<Training>[0]): Promise<Outcome> {
  const { random } = Math;
  Math.random = mulberry32(seed);
  try {
    const outcome = await train(on);
    return { ...outcome, 'the next random number': [Math.random()] };
  } finally {
    Math.random = random;
  }
}

/**
 * What deviates by more than the tolerance, and by more than tfjs's own training does when its weights begin a few roundings aside: a model
 * may blow up a difference in the last bit, and a weight without a gradient walks with the rounding.
 */
export async function deviating(seed: number, train: Training, tolerance: number): Promise<string[]> {
  const { plain, compiled } = await bothPaths(seed, train);
  const suspects = Object.keys(plain).filter(
    (name) => !(deviation(plain[name]!, compiled[name]!) < tolerance),
  );
  if (suspects.length === 0) return [];
  const aside: Outcome[] = [];
  for (const by of NUDGES) aside.push(await run(seed, train, nudged(by)));
  return suspects.filter((name) => {
    const own = Math.max(...aside.map((each) => deviation(plain[name]!, each[name]!)));
    return !(deviation(plain[name]!, compiled[name]!) < 10 * own);
  });
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
export function worstOf({ plain, compiled }: Outcomes): [number, string] {
  const names = new Set([...Object.keys(plain), ...Object.keys(compiled)]);
  const each = [...names].map((name): [number, string] => [deviation(plain[name]!, compiled[name]!), name]);
  return each.reduce((a, b) => (b[0] > a[0] ? b : a), [0, 'nothing']);
}
