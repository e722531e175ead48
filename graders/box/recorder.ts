import * as tf from '@tensorflow/tfjs';
import { forgetPaths, pathsTaken } from '#graders/engines/wasm/step/plain-path.ts';
import type { TrainRecord } from '#lib/core/assignments/facts.ts';
import type { Epoch } from '#lib/core/assignments/report.ts';
import { BoxFailure } from './fail.ts';
import { Tracer, type Given } from './tracer.ts';

/** What one finished epoch tells: `epoch` counts from 1 over all `fit` calls, `epochs` is how many are planned so far. */
export type EpochReport = Epoch & { epochs: number };

type FitArgs = tf.ModelFitArgs & tf.ModelFitDatasetArgs<tf.TensorContainer>;
type Callbacks = FitArgs['callbacks'];

export type Recorder = {
  /** What was recorded so far; `left` is the model the script left. */
  record(left: unknown): TrainRecord;
  /** A training loop of ours finished one of `planned` epochs. */
  epochEnded(planned: number, logs?: tf.Logs): void;
  options(given: Record<string, number>): void;
};

/** A job's limit of epochs, and its labelled data where there are such. */
export type Watched = { epochsMax: number; given: Given | null };

/**
 * Watches `compile`, `fit` and `fitDataset` of every model from now on, for the job told later with `begin`. `report` hears each epoch;
 * training stops with `tooManyEpochs` when all fits together pass `epochsMax`. A Sequential model delegates to an inner LayersModel, so
 * one place is enough.
 */
export function recordTraining(report: (epoch: EpochReport) => void): { begin(job: Watched): Recorder } {
  const record: TrainRecord = { ...NOTHING_YET, options: {} };
  let epochsMax = 0;
  let tracer: Tracer | null = null;
  let pending = 0;
  const epochEnded = (planned: number, logs?: tf.Logs) => {
    record.epochs++;
    if (record.epochs > epochsMax) throw new BoxFailure('tooManyEpochs', `more than ${epochsMax} epochs`);
    report({ epoch: record.epochs, epochs: Math.max(planned, record.epochs), logs: plainLogs(logs) });
  };
  const watch: Watch = async (model, args, fit) => {
    Object.assign(record, factsOfFit(args), { batchSize: args.batchSize ?? record.batchSize });
    const [planned, isFrozen] = [record.epochs + (args.epochs ?? 1), hasFrozen(model)];
    const callbacks = withCallback(args.callbacks, (_, logs) => {
      epochEnded(planned, logs);
      if (isFrozen) record.frozenEpochs++;
    });
    pending++;
    try {
      return await fit({ ...args, callbacks } as FitArgs);
    } finally {
      pending--;
    }
  };
  const onFit = (model: tf.LayersModel, x: unknown, y: unknown, args: FitArgs) =>
    attempt(() => tracer?.onFit(model, x, y, args, lossName(model.loss) === 'custom'));
  const options = (given: Record<string, number>) => void Object.assign(record.options, given);
  instrument(watch, onFit, (facts) => Object.assign(record, facts));
  const trace = (left: unknown) => attempt(() => tracer?.finish(left) ?? null);
  const recorder: Recorder = {
    record: (left) => ({
      ...record,
      pendingFit: pending > 0,
      trace: trace(left),
      plainBecause: plainBecause(),
    }),
    epochEnded,
    options,
  };
  const begin = (job: Watched) => {
    forgetPaths();
    epochsMax = job.epochsMax;
    tracer = job.given && new Tracer(job.given);
    return recorder;
  };
  return { begin };
}

/** Reasons of trainings only: a prediction that ran plain says nothing about the training. */
const plainBecause = (): string[] =>
  pathsTaken()
    .flatMap(({ call, why }) => (call === 'fit' && why !== null ? [why.slice(0, 96)] : []))
    .slice(0, 8);

/** Statistics are for hints: where they cannot be taken, the training goes on and is graded without them. */
function attempt<T>(take: () => T): T | null {
  try {
    return take();
  } catch {
    return null;
  }
}

type Watch = <T>(model: tf.LayersModel, args: FitArgs, fit: (args: FitArgs) => Promise<T>) => Promise<T>;

/** Layers with weights that training leaves as they are, also inside nested models. */
const hasFrozen = (model: tf.LayersModel): boolean =>
  model.layers.some((layer) =>
    layer instanceof tf.LayersModel ? hasFrozen(layer) : !layer.trainable && layer.weights.length > 0,
  );

const NOTHING_YET: TrainRecord = {
  loss: null,
  optimizer: null,
  epochs: 0,
  batchSize: null,
  callbacks: [],
  weighted: false,
  rows: null,
  validationSplit: 0,
  labelShape: null,
  pendingFit: false,
  trace: null,
  frozenEpochs: 0,
  plainBecause: [],
  options: {},
};

function instrument(
  watch: Watch,
  onFit: (model: tf.LayersModel, x: unknown, y: unknown, args: FitArgs) => void,
  note: (facts: Partial<TrainRecord>) => void,
): void {
  const model = tf.LayersModel.prototype;
  const { fit, fitDataset, trainOnBatch, compile } = model;
  model.fit = function (x, y, args = {}) {
    note({
      rows: x instanceof tf.Tensor ? (x.shape[0] ?? null) : null,
      labelShape: y instanceof tf.Tensor ? y.shape.slice(1, 9) : null,
    });
    onFit(this, x, y, args as FitArgs);
    return watch(this, args as FitArgs, (watched) => fit.call(this, x, y, watched));
  };
  model.fitDataset = function (dataset, args) {
    note({ rows: null, labelShape: null });
    return watch(this, args as unknown as FitArgs, (watched) =>
      fitDataset.call(this, dataset, watched as never),
    );
  };
  model.trainOnBatch = function (x, y) {
    onFit(this, x, y, {} as FitArgs);
    return trainOnBatch.call(this, x, y);
  };
  model.compile = function (args) {
    note({ loss: lossName(args.loss), optimizer: optimizerName(args.optimizer) });
    return compile.call(this, args);
  };
}

const factsOfFit = ({
  callbacks,
  classWeight,
  sampleWeight,
  validationSplit,
}: FitArgs): Partial<TrainRecord> => ({
  callbacks: listOf(callbacks).slice(0, 16).map(callbackName),
  weighted: Boolean(classWeight ?? sampleWeight),
  // JSON has no infinity, and a record that cannot be read would look forged.
  validationSplit: Number.isFinite(validationSplit) ? Number(validationSplit) : 0,
});

const listOf = (given: Callbacks): unknown[] =>
  given === undefined || given === null ? [] : Array.isArray(given) ? given : [given];

/** Names the library's own callback by identity: bundling may rename classes. */
function callbackName(callback: unknown): string {
  if (callback instanceof tf.EarlyStopping) return 'EarlyStopping';
  const isOwn = callback instanceof tf.Callback && !(callback instanceof tf.CustomCallback);
  return isOwn ? callback.constructor.name.slice(0, 64) : 'CustomCallback';
}

const optimizerName = (optimizer: tf.ModelCompileArgs['optimizer']): string | null =>
  typeof optimizer === 'string' ? optimizer.slice(0, 64) : (optimizer?.getClassName?.() ?? null);

/** tfjs takes either callback objects or plain configurations, never a mix: ours takes the form of the student's. */
function withCallback(given: Callbacks, onEpochEnd: (epoch: number, logs?: tf.Logs) => void): Callbacks {
  const list = listOf(given);
  if (
    list.length > 0 &&
    list[0] instanceof tf.CustomCallback === false &&
    !(list[0] instanceof tf.Callback)
  ) {
    return [...list, { onEpochEnd }] as Callbacks;
  }
  return [...list, new tf.CustomCallback({ onEpochEnd }, 'never')] as Callbacks;
}

function plainLogs(logs: tf.Logs = {}): Record<string, number | null> {
  return Object.fromEntries(
    Object.entries(logs)
      .slice(0, 16)
      .map(([key, value]) => [key.slice(0, 64), Number.isFinite(value) ? value : null]),
  );
}

/** Names a loss given as a function by identity: bundling may rename functions. */
function lossName(loss: unknown): string | null {
  if (typeof loss === 'string') return loss;
  if (typeof loss !== 'function') return loss === undefined || loss === null ? null : 'custom';
  const known = [...Object.entries(tf.losses), ...Object.entries(tf.metrics)].find(
    ([, each]) => each === loss,
  );
  return known?.[0] ?? 'custom';
}
