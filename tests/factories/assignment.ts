import { materialOf, type Material } from '#graders/host/data.ts';
import type { DataSet, Tensors } from '#lib/core/assignments/data.ts';
import type { Built } from '#lib/core/assignments/evidence.ts';
import type { LayerFacts, ModelFacts, OutputFacts, TrainRecord } from '#lib/core/assignments/facts.ts';
import { assignmentSchema, type Assignment } from '#lib/core/assignments/schema.ts';

/** A text that says nothing, in both languages. */
export const TEXT = { tr: 'metin', en: 'text' };

const BASE = {
  id: 'a99',
  version: 1,
  title: TEXT,
  task: TEXT,
  dataText: TEXT,
  concepts: ['x'],
  languages: ['tfjs'],
  seeds: [1],
  limits: { wallSeconds: 1, cpuSeconds: 1, memoryMib: 1, outputKib: 1, paramsMax: 1, epochsMax: 1 },
  metric: { name: 'accuracy', classes: 2 },
  band: [
    { value: 0, points: 0 },
    { value: 1, points: 100 },
  ],
  gates: [],
};

/** A valid assignment; throws when a test makes one that the bank could not hold. */
export const makeAssignment = (changes: object = {}): Assignment =>
  assignmentSchema.parse({ ...BASE, ...changes });

/** A layer as the score box tells of it: only dense ones have weights unless `changes` say so. */
export const makeLayer = (className: string, changes: Partial<LayerFacts> = {}): LayerFacts => ({
  className,
  inner: [],
  units: null,
  activation: null,
  kernelSize: null,
  rate: null,
  regularized: false,
  params: className === 'Dense' ? 10 : 0,
  trainable: className === 'Dense',
  inputShape: [null, 3],
  outputShape: [null, 3],
  ...changes,
});

export const makeDense = (activation: string, units = 3): LayerFacts =>
  makeLayer('Dense', { activation, units, outputShape: [null, units] });

export const makeModel = (...layers: LayerFacts[]): ModelFacts => ({
  layers,
  params: layers.reduce((sum, { params }) => sum + params, 0),
  outputShape: layers.at(-1)!.outputShape,
  outputs: [outputOf(layers.at(-1)!)],
  sharedLayers: 0,
  bottleneck: null,
});

export const outputOf = ({ className, activation, outputShape }: LayerFacts): OutputFacts => ({
  className,
  activation,
  units: outputShape.at(-1) ?? null,
});

/** What conditions look at, of a work without measures and tests. */
export const makeBuilt = (facts: ModelFacts, changes: Partial<Built> = {}): Built => ({
  facts,
  models: { model: facts },
  record: makeRecord(),
  measures: {},
  passedTests: new Set(),
  ...changes,
});

/** A classifier trained on one-hot labels, in the usual way. */
export const makeRecord = (changes: Partial<TrainRecord> = {}): TrainRecord => ({
  loss: 'categoricalCrossentropy',
  optimizer: 'Adam',
  epochs: 5,
  batchSize: 32,
  callbacks: [],
  weighted: false,
  rows: 100,
  validationSplit: 0,
  labelShape: [3],
  pendingFit: false,
  trace: null,
  frozenEpochs: 0,
  plainBecause: [],
  options: {},
  ...changes,
});

/** Data as a grading has it; hidden rows are the public ones again unless others are given. */
export const makeMaterial = (
  { metric }: Pick<Assignment, 'metric'>,
  open: DataSet | Tensors,
  hidden: DataSet | Tensors = open,
): Material => {
  const picture = () => ({ svg: '', alt: '' });
  return materialOf({ publicData: () => open, hiddenData: () => hidden, picture }, metric, { hidden: 1, tests: 1 }, 'tr');
};
