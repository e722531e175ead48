import 'server-only';
import type { ArrayInput, Framework } from '#lib/core/questions/generator.ts';

type Tf = typeof import('@tensorflow/tfjs');
type Config = Record<string, unknown>;

let loading: Promise<Framework> | null = null;

let library: Promise<Tf> | null = null;

/** TensorFlow.js itself, quiet and on its plain CPU backend. */
export function tensorflow(): Promise<Tf> {
  library ??= loadLibrary();
  return library;
}

async function loadLibrary(): Promise<Tf> {
  const tf = await import('@tensorflow/tfjs');
  tf.env().set('IS_TEST', true); // keeps the advertisement for the native package out of our log
  await tf.setBackend('cpu');
  return tf;
}

/** The `Framework` of generators on TensorFlow.js (its plain CPU backend: exact enough for keys, no native parts). Loaded once, on first use. */
export function framework(): Promise<Framework> {
  loading ??= tensorflow().then(makeFramework);
  return loading;
}

function makeFramework(tf: Tf): Framework {
  return {
    outputShape: (layer, settings, inputShape) => build(tf, layer, settings, inputShape).outputShape as (number | null)[],
    parameterCount: (layer, settings, inputShape) => build(tf, layer, settings, inputShape).countParams(),
    activation: (name, values, settings = {}) => tf.tidy(() => [...activate(tf, name, tf.tensor1d([...values]), settings).dataSync()]),
    activationGradient: (name, at, settings = {}) =>
      tf.tidy(() => tf.grad((x) => activate(tf, name, x as never, settings).sum())(tf.tensor1d([at])).dataSync()[0]!),
    loss: (name, target, prediction) =>
      tf.tidy(() => callNamed<(a: unknown, b: unknown) => { mean(): { dataSync(): Float32Array } }>(tf.metrics, name)(matrix(tf, target), matrix(tf, prediction)).mean().dataSync()[0]!),
    array: (operation, inputs, settings = {}) => arrayOperation(tf, operation, inputs, settings),
  };
}

function callNamed<F>(holder: object, name: string): F {
  const found = (holder as Record<string, unknown>)[name];
  if (typeof found !== 'function') throw new Error(`TensorFlow.js has no "${name}"`);
  return found.bind(holder) as F;
}

type Built = { outputShape: unknown; countParams(): number };

/** A layer built on a symbolic input, as in a model. */
function build(tf: Tf, layer: string, settings: Config, inputShape: readonly number[]): Built {
  const made = callNamed<(c: Config) => Built & { apply(x: unknown): unknown }>(tf.layers, layer)(settings);
  made.apply(tf.input({ shape: [...inputShape] }));
  return made;
}

type Vector = ReturnType<Tf['tensor1d']>;

/** Softmax and its kin work on the last axis, so a vector is one row. */
function activate(tf: Tf, name: string, values: Vector, settings: Config): Vector {
  if (name === 'leakyRelu') return tf.leakyRelu(values, (settings.alpha as number | undefined) ?? 0.2);
  const layer = tf.layers.activation({ activation: name as 'relu' });
  return (layer.apply(values.expandDims(0)) as Vector).squeeze();
}

const matrix = (tf: Tf, rows: readonly (readonly number[])[]) => tf.tensor2d(rows.map((row) => [...row]));

function arrayOperation(tf: Tf, operation: string, inputs: readonly ArrayInput[], settings: Config): { shape: number[]; values: number[] } {
  return tf.tidy(() => {
    const tensors = inputs.map(({ shape, values }) => (values ? tf.tensor([...values], [...shape]) : tf.zeros([...shape])));
    const many = operation === 'concat' || operation === 'stack';
    const first = many ? tensors : tensors[0];
    const rest = many ? [] : tensors.slice(1);
    const result = callNamed<(...a: unknown[]) => { shape: number[]; dataSync(): ArrayLike<number> }>(tf, operation)(first, ...rest, ...Object.values(settings));
    return { shape: [...result.shape], values: Array.from(result.dataSync()) };
  });
}
