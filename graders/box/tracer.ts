import * as tf from '@tensorflow/tfjs';
import type { FitFacts, Probe, Trace } from '#lib/core/assignments/trace.ts';
import { copyWeights, innermost, probe, rowSize, type ProbeBatch } from './probe.ts';
import { classAt, finite, rowKeys, spreadRows, tensorFacts, type Rows } from './tensor-facts.ts';

/** The data of the task as the script gets them, outside tfjs. */
export type Given = { x: Rows; y: Rows };

type FitArgs = { validationSplit?: number; validationData?: unknown };
type Fitted = {
  facts: FitFacts;
  batch: { x: Batch; y: Batch | null };
  start: Probe | null;
  weights: Map<string, Float32Array>;
};
/** `keys`: the row that each key belongs to. */
type Known = { facts: Trace['given']; keys: Map<number, number> };
type Batch = { rows: Rows; dtype: tf.DataType };

const PROBE_ROWS = 64;
/** 16 MB: nobody's training may run out of memory because it is watched. */
const PROBE_VALUES = 4_000_000;
/** Larger data and models are not copied; no assignment gives any. */
const VALUES_MAX = 4_000_000;
/** Models watched in one script; a search over many is not told apart. */
const MODELS_MAX = 16;

/**
 * Takes the statistics of a training: data and model when a model is first given to `fit`, the model again when the script has
 * ended. It reads, and computes on copies; a training gives the same bits with and without it.
 */
export class Tracer {
  readonly #given: Given;
  #known: Known | null = null;
  readonly #fitted = new Map<tf.LayersModel, Fitted>();

  constructor(given: Given) {
    this.#given = given;
  }

  /** Measured when first asked for: the script need not wait for it. */
  get #measured(): Known {
    return (this.#known ??= measureGiven(this.#given));
  }

  /** Call it before the training begins. `isOwnLoss`: the loss is the student's own code, which must not run twice. */
  onFit(model: tf.LayersModel, x: unknown, y: unknown, args: FitArgs, isOwnLoss: boolean): void {
    if (this.#fitted.has(model) || this.#fitted.size >= MODELS_MAX || model.countParams() > VALUES_MAX)
      return;
    const [inputs, labels] = [rowsOf(x), rowsOf(y)];
    if (!inputs || !labels || inputs.rows.shape[0] !== labels.rows.shape[0]) return;
    const rows = spreadRows(inputs.rows.shape[0]!, probeRows(model));
    const batch = { x: pick(inputs, rows), y: isOwnLoss ? null : pick(labels, rows) };
    this.#fitted.set(model, {
      facts: this.#fitFacts(inputs.rows, labels.rows, args),
      batch,
      start: rows.length ? withTensors(batch, (tensors) => probe(model, tensors, null)) : null,
      weights: copyWeights(model),
    });
  }

  /** What is known about the model the script left behind; about the data of the last one fitted, where it left none. */
  finish(left: unknown): Trace {
    const model = left instanceof tf.LayersModel ? innermost(left) : null;
    const fitted = model ? this.#fitted.get(model) : [...this.#fitted.values()].at(-1);
    return {
      learningRate: (model && learningRateOf(model)) ?? null,
      given: this.#measured.facts,
      fit: fitted?.facts ?? null,
      start: fitted?.start ?? null,
      end: model && this.#end(model, fitted ?? null),
    };
  }

  /** A model that an own loop trained is looked into with given rows, without its loss. */
  #end(model: tf.LayersModel, fitted: Fitted | null): Probe | null {
    if (fitted)
      return fitted.start && withTensors(fitted.batch, (batch) => probe(model, batch, fitted.weights));
    const { x } = this.#given;
    const rows = spreadRows(x.shape[0] ?? 0, probeRows(model));
    const dtype = x.values instanceof Int32Array ? 'int32' : 'float32';
    const batch = { x: pick({ rows: x, dtype }, rows), y: null };
    return rows.length ? withTensors(batch, (tensors) => probe(model, tensors, null)) : null;
  }

  #fitFacts(x: Rows, y: Rows, args: FitArgs): FitFacts {
    const keys = rowKeys(x);
    return {
      x: tensorFacts(x),
      y: tensorFacts(y),
      validation: validationFacts(x, y, keys, args),
      relabelled: this.#relabelled(keys, y),
    };
  }

  /** Rows are recognised by their inputs; scaled inputs are recognised by nobody. */
  #relabelled(keys: number[], y: Rows): number | null {
    let [known, changed] = [0, 0];
    for (const [row, key] of keys.entries()) {
      const given = this.#measured.keys.get(key);
      const label = given === undefined ? null : classAt(y, row);
      if (label === null) continue;
      known++;
      if (label !== classAt(this.#given.y, given!)) changed++;
    }
    return known >= 20 && known >= keys.length / 2 ? changed / known : null;
  }
}

function measureGiven({ x, y }: Given): Known {
  const rows = rowKeys(x);
  const keys = new Map(rows.map((key, row) => [key, row]));
  const repeated = 1 - keys.size / Math.max(1, rows.length);
  return { facts: { x: tensorFacts(x), y: tensorFacts(y), repeated }, keys };
}

function rowsOf(given: unknown): Batch | null {
  const tensor = Array.isArray(given) && given.length === 1 ? (given[0] as unknown) : given;
  if (!(tensor instanceof tf.Tensor) || tensor.rank < 1 || tensor.rank > 6) return null;
  if (tensor.dtype === 'string' || tensor.dtype === 'complex64' || tensor.size > VALUES_MAX) return null;
  return { rows: { values: tensor.dataSync() as Rows['values'], shape: tensor.shape }, dtype: tensor.dtype };
}

function pick({ rows: { values, shape }, dtype }: Batch, rows: number[]): Batch {
  const width = values.length / Math.max(1, shape[0]!);
  const picked = new Float32Array(rows.length * width);
  rows.forEach((row, i) => picked.set(values.subarray(row * width, (row + 1) * width), i * width));
  return { rows: { values: picked, shape: [rows.length, ...shape.slice(1)] }, dtype };
}

/** Labels go as floats and with a column axis, as `fit` makes them. */
function withTensors<T>({ x, y }: { x: Batch; y: Batch | null }, use: (tensors: ProbeBatch) => T): T {
  return tf.tidy(() => {
    const labels = y && tf.tensor(y.rows.values, y.rows.shape);
    const inputs = tf.tensor(x.rows.values, x.rows.shape);
    return use({
      x: x.dtype === 'float32' ? inputs : inputs.cast(x.dtype),
      y: labels && labels.rank === 1 ? labels.expandDims(1) : labels,
    }) as tf.TensorContainer & T;
  });
}

/** Below eight rows nothing can be said about units; such a model is too large to be looked into. */
function probeRows(model: tf.LayersModel): number {
  const affordable = Math.floor(PROBE_VALUES / Math.max(1, rowSize(model)));
  return affordable < 8 ? 0 : Math.min(PROBE_ROWS, affordable);
}

function learningRateOf(model: tf.LayersModel): number | null {
  const rate = (model.optimizer as unknown as { learningRate?: unknown } | undefined)?.learningRate;
  return typeof rate === 'number' ? finite(rate) : null;
}

function validationFacts(
  x: Rows,
  y: Rows,
  keys: number[],
  { validationSplit, validationData }: FitArgs,
): FitFacts['validation'] {
  if (Array.isArray(validationData) && validationData.length >= 2) {
    const [inputs, labels] = validationData.map(rowsOf);
    if (!inputs || !labels || !inputs.rows.shape[0]) return null;
    return compare(keys, y, rowKeys(inputs.rows), labels.rows, 0);
  }
  if (!validationSplit || !(validationSplit > 0 && validationSplit < 1)) return null;
  // tfjs holds out the last rows, before it shuffles.
  const at = Math.floor(x.shape[0]! * (1 - validationSplit));
  return at < keys.length && at > 0 ? compare(keys.slice(0, at), y, keys.slice(at), y, at) : null;
}

/** `offset` is where the held-out rows begin in `labels`; `keys` are those of the rows trained on. */
function compare(
  keys: number[],
  y: Rows,
  held: number[],
  labels: Rows,
  offset: number,
): FitFacts['validation'] {
  const training = new Set(keys);
  const classes = new Set(keys.map((_, row) => classAt(y, row)));
  const areClasses = !classes.has(null) && classes.size <= 100;
  const unknown = held.filter((_, row) => !classes.has(classAt(labels, offset + row))).length;
  return {
    rows: held.length,
    shared: held.filter((key) => training.has(key)).length / held.length,
    unknownClass: areClasses ? unknown / held.length : null,
  };
}
