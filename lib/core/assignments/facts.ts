import type { Trace } from './trace.ts';

/**
 * What the boxes tell about a model. `ModelFacts` come from the score box, computed by our code on the rebuilt model, and may
 * decide gates. `TrainRecord` comes from the process that ran the student's code, so it can be forged: it feeds findings and
 * hints, never the metric.
 */
export type LayerFacts = {
  /** tfjs layer class: `Dense`, `Conv2D`, `Normalization`, … Input layers are left out, nested models are flattened. */
  className: string;
  /** Classes of the layers and cells inside a wrapper: `LSTM` in a `Bidirectional`, `GRUCell` in an `RNN`. */
  inner: string[];
  /** Units of a dense or recurrent layer, filters of a convolution, else null. */
  units: number | null;
  /** Serialised activation name (`linear`, `relu`, `softmax`, …), null where the layer has none. */
  activation: string | null;
  /** Window of a convolution along each axis, else null. */
  kernelSize: number[] | null;
  /** Share of values a dropout layer leaves out, else null. */
  rate: number | null;
  /** A penalty on the kernel that is not zero. */
  regularized: boolean;
  /** All weights, trainable or not. */
  params: number;
  /** Has at least one trainable weight. */
  trainable: boolean;
  /** Batch axis first, null where the size is free. */
  inputShape: (number | null)[];
  outputShape: (number | null)[];
};

/** The layer an output comes from, and how many values it gives on its last axis. */
export type OutputFacts = { className: string; activation: string | null; units: number | null };

export type ModelFacts = {
  layers: LayerFacts[];
  params: number;
  outputShape: (number | null)[];
  outputs: OutputFacts[];
  /** Layers with weights that every one of several outputs depends on. */
  sharedLayers: number;
  /** The least number of values in one place that everything passes through; null where no place has a fixed size. */
  bottleneck: number | null;
};

/** Stands in where a script leaves functions only. */
export const NO_MODEL: ModelFacts = {
  layers: [],
  params: 0,
  outputShape: [],
  outputs: [],
  sharedLayers: 0,
  bottleneck: null,
};

/** Facts of the models in the order of their names → the first, and all by name. */
export const factsByName = (
  { leaves }: { leaves: { models: readonly string[] } },
  facts: readonly ModelFacts[],
): { facts: ModelFacts; models: Record<string, ModelFacts> } => ({
  facts: facts[0] ?? NO_MODEL,
  models: Object.fromEntries(leaves.models.map((name, i) => [name, facts[i] ?? NO_MODEL])),
});

export type TrainRecord = {
  /** Loss name as in tfjs (`meanSquaredError`), `custom` for an own function, null when never compiled. */
  loss: string | null;
  /** Optimizer class name (`Adam`, `SGD`) or the string given to `compile`. */
  optimizer: string | null;
  /** Epochs finished in all `fit` calls together. */
  epochs: number;
  batchSize: number | null;
  /** Class names of the callbacks given to `fit`, plain configurations as `CustomCallback`. */
  callbacks: string[];
  /** `fit` was given class or sample weights. */
  weighted: boolean;
  /** Rows given to the last `fit` and the share of them held back by `validationSplit`; rows are null for a `tf.data` set. */
  rows: number | null;
  validationSplit: number;
  /** Shape of one label as the last `fit` got it: [] or [1] for whole numbers, [10] for one-hot vectors; null as `rows`. */
  labelShape: number[] | null;
  /** Training still pending when the script ended: a forgotten `await`. */
  pendingFit: boolean;
  /** Statistics of the training; null where the recorder could take none. */
  trace: Trace | null;
  /** Epochs finished while some weights were frozen. */
  frozenEpochs: number;
  /** What kept trainings off the compiled path, in the engine's words; empty where all ran on it. */
  plainBecause: string[];
  /** Numbers that `trainVae` or `trainGan` was called with. */
  options: Record<string, number>;
};

/** So many models a script may leave. */
export const MODELS_MAX = 2;

/** Why a box gave up, in the words of the box; people read `failures.ts`. */
export const FAILURE_CODES = [
  'syntax',
  'unsupportedSyntax',
  'threw',
  'neverFinished',
  'noModel',
  'modelIsPromise',
  'notAModel',
  'notBuilt',
  'noFunction',
  'wrongInputShape',
  'wrongTargetShape',
  'wrongOutputShape',
  'idOutOfRange',
  'wrongRate',
  'dilatedGradient',
  'noGradient',
  'lossWeights',
  'resetAfter',
  'restoreBestWeights',
  'tooManyEpochs',
  'tooManyParams',
  'unsupportedLayer',
  'invalidArtifact',
  'box',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/** `line` is 1-based in the student's file; null where no line of it is to blame. */
export type Failure = { code: FailureCode; message: string; line: number | null };
