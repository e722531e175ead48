import {
  traceSchema,
  type LayerTrace,
  type Probe,
  type TensorFacts,
  type Trace,
} from '#lib/core/assignments/trace.ts';

/** Scaled inputs of four columns. */
export const makeTensorFacts = (changes: Partial<TensorFacts> = {}): TensorFacts => ({
  shape: [100, 4],
  min: -2,
  max: 2,
  mean: 0,
  std: 1,
  notFinite: 0,
  columnStdMax: 1,
  columnStdMin: 1,
  isWhole: false,
  isOneHot: false,
  distinct: 0,
  commonest: 0,
  ...changes,
});

/** Three classes of equal size. */
export const makeLabelFacts = (changes: Partial<TensorFacts> = {}): TensorFacts =>
  makeTensorFacts({
    shape: [100],
    min: 0,
    max: 2,
    mean: 1,
    std: 0.8,
    isWhole: true,
    distinct: 3,
    commonest: 1 / 3,
    ...changes,
  });

export const makeLayerTrace = (changes: Partial<LayerTrace> = {}): LayerTrace => ({
  className: 'Dense',
  activation: 'relu',
  weights: 0.1,
  gradient: 0.01,
  moved: 1,
  mean: 0.5,
  std: 1,
  dead: 0,
  saturated: 0,
  ...changes,
});

export const makeProbe = (changes: Partial<Probe> = {}): Probe => ({
  rows: 64,
  loss: 1.1,
  layers: [makeLayerTrace(), makeLayerTrace({ activation: 'softmax' })],
  output: { min: 0, max: 1, mean: 0.33, std: 0.3 },
  ...changes,
});

/** A training that went well; throws when a test makes one that the host would refuse. */
export const makeTrace = (changes: Partial<Trace> = {}): Trace =>
  traceSchema.parse({
    learningRate: 0.01,
    given: { x: makeTensorFacts(), y: makeLabelFacts(), repeated: 0 },
    fit: {
      x: makeTensorFacts(),
      y: makeLabelFacts({ shape: [100, 3], max: 1, isOneHot: true }),
      validation: null,
      relabelled: 0,
    },
    start: makeProbe(),
    end: makeProbe({ loss: 0.2 }),
    ...changes,
  });
