import type * as tf from '@tensorflow/tfjs';

/** Parts of tfjs-layers 4.22 that it does not declare, as far as the compiled step reads them. */
export type Variable = { read(): tf.Variable };
export type LossFunction = (target: tf.Tensor, output: tf.Tensor) => tf.Tensor;

export type Layer = {
  getClassName(): string;
  call: unknown;
  _callHook: unknown;
  activation?: object | null;
  losses: unknown[];
  inboundNodes: unknown[];
  computeOutputShape(shape: number[]): unknown;
  /** What it was configured with, and its weights. */
  [property: string]: unknown;
};

export type Symbolic = {
  id: number;
  name: string;
  shape: (number | null)[];
  sourceLayer: Layer;
  inputs: Symbolic[];
  nodeIndex: number;
  tensorIndex: number;
};

export type TestFunction = (batch: tf.Tensor[]) => tf.Scalar[];

export type Model = {
  name: string;
  inputs: Symbolic[];
  outputs: Symbolic[];
  layers: Layer[];
  stateful: boolean;
  optimizer_: tf.Optimizer;
  lossFunctions: LossFunction[];
  /** A metric and the output that it is taken of. With several outputs their losses come first. */
  metricsTensors: [LossFunction, number][];
  /** Undefined until the model is compiled: one rebuilt to predict never is. */
  collectedTrainableWeights: Variable[] | undefined;
  calculateLosses(): tf.Scalar[];
  stopTraining_: boolean;
  history: tf.History;
  fitLoop(...args: FitArgs): Promise<tf.History>;
  testLoop(f: TestFunction, ins: Ins, batchSize: number, verbose?: number, steps?: number): tf.Scalar[];
  predictLoop(ins: tf.Tensor | tf.Tensor[], batchSize?: number, verbose?: boolean): tf.Tensor | tf.Tensor[];
};

/** Inputs, targets and, in training, weights of the rows: null where an output has none. */
export type Ins = (tf.Tensor | null)[];

/** What `fit` hands to its loop. */
export type FitArgs = [
  f: TestFunction,
  ins: Ins,
  labels: string[],
  batchSize: number | undefined,
  epochs: number | undefined,
  verbose: number | undefined,
  callbacks: unknown[],
  testF: TestFunction | null,
  testIns: Ins,
  shuffle: boolean | 'batch' | undefined,
  metrics: string[],
  initialEpoch: number | undefined,
  stepsPerEpoch: number | null,
  validationSteps: number | null,
];

/** The functions of a list of callbacks that the loop calls. */
export type CallbackList = tf.CallbackList & { callbacks: object[] };
