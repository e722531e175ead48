import { describe, expect, test } from 'vitest';
import {
  makeAssignment,
  makeBuilt,
  makeDense as dense,
  makeModel as model,
  makeLayer,
  makeRecord,
} from '#tests/factories/assignment.ts';
import {
  makeLabelFacts,
  makeLayerTrace,
  makeProbe,
  makeTensorFacts,
  makeTrace,
} from '#tests/factories/trace.ts';
import type { Evidence, RunFacts } from '../evidence.ts';
import type { ModelFacts, TrainRecord } from '../facts.ts';
import type { Trace } from '../trace.ts';
import { diagnose, RULES } from './diagnose.ts';
import { labelFinding } from './labels.ts';

const BAND = [
  { value: 0.5, points: 0 },
  { value: 1, points: 100 },
];
const classes = makeAssignment({ metric: { name: 'accuracy', classes: 3 }, band: BAND });
const quantity = makeAssignment({
  metric: { name: 'mse' },
  band: [
    { value: 0.2, points: 100 },
    { value: 1, points: 0 },
  ],
});
const SETTLED = [1, 0.5, 0.3, 0.2, 0.2, 0.2, 0.2, 0.2];
const MLP = model(dense('relu', 8), dense('softmax'));
const FALLING = [1, 0.95, 0.9, 0.85];
const JUMPING = [1, 0.5, 0.9, 0.6, 1, 0.7, 0.9, 0.8];

type Changes = Partial<Pick<Evidence, 'assignment' | 'facts'>> & {
  record?: Partial<TrainRecord>;
  trace?: Partial<Trace>;
  run?: Partial<RunFacts>;
  loss?: (number | null)[];
};

function makeEvidence({
  record,
  trace,
  run,
  loss = SETTLED,
  facts = MLP,
  assignment = classes,
}: Changes = {}): Evidence {
  const epochs = loss.map((value, i) => ({ epoch: i + 1, logs: { loss: value } }));
  const first = {
    seed: 1,
    metric: 0.9,
    train: 0.92,
    measures: {},
    tests: [],
    breakdown: null,
    epochs,
    constantPrediction: false,
    ...run,
  };
  return {
    ...makeBuilt(facts, { record: makeRecord({ trace: makeTrace(trace), ...record }) }),
    assignment,
    runs: [first],
  };
}
const ids = (changes?: Changes) => diagnose(makeEvidence(changes)).map(({ id }) => id);

const poor = { train: 0.4, metric: 0.4 };
const output = (activation: string, units = 3): { facts: ModelFacts } => ({
  facts: model(dense('relu', 8), dense(activation, units)),
});
const layers = (...changes: object[]) => changes.map((each) => makeLayerTrace(each));
const moved = (by: number, loss = 1.05) => ({
  end: makeProbe({ loss, layers: layers({ moved: by }, { moved: by }) }),
});
const fitted = (changes: object): Partial<Trace> => ({ fit: { ...makeTrace().fit!, ...changes } });
const regression: Changes = {
  assignment: quantity,
  ...output('linear', 1),
  record: { loss: 'meanSquaredError' },
  run: { train: 0.3, metric: 0.35 },
};
const targets = makeLabelFacts({ min: 100, max: 300, mean: 200, std: 50, isWhole: false });
const prices: Partial<Trace> = { given: { ...makeTrace().given, y: targets }, ...fitted({ y: targets }) };

test('a healthy training is left in peace', () => expect(ids()).toEqual([]));
test('without statistics only what model and curve show is said', () =>
  expect(ids({ record: { trace: null }, run: poor, loss: FALLING })).toEqual(['g7', 'g5']));

describe('a fault is found', () => {
  test.each<[string, Changes, string[]]>([
    ['softmax over one unit', output('softmax', 1), ['g2']],
    ['no activation', { facts: model(dense('linear', 8), dense('softmax')) }, ['g4']],
    ['a relu output under cross-entropy', output('relu'), ['loss-activation']],
    ['softmax twice', { record: { loss: 'softmaxCrossEntropy' } }, ['loss-activation']],
    [
      'cross-entropy for a price',
      { ...regression, trace: prices, record: { loss: 'binaryCrossentropy' } },
      ['loss-activation'],
    ],
    [
      'a sigmoid output for a price',
      { ...regression, trace: prices, ...output('sigmoid', 1) },
      ['bounded-output'],
    ],
    ['whole labels', { record: { labelShape: [1] } }, ['g3']],
    [
      'labels from 1',
      {
        record: { loss: 'sparseCategoricalCrossentropy' },
        trace: fitted({ y: makeLabelFacts({ min: 1, max: 3 }) }),
      },
      ['label-range'],
    ],
    [
      'labels of −1 and 1',
      {
        ...output('sigmoid', 1),
        record: { loss: 'binaryCrossentropy' },
        trace: fitted({ y: makeLabelFacts({ min: -1, max: 1 }) }),
      },
      ['label-range'],
    ],
    ['labels of other rows', { trace: fitted({ relabelled: 0.7 }), run: poor }, ['labels-moved']],
    [
      'classes only in the validation set',
      { trace: fitted({ validation: { rows: 30, shared: 0, unknownClass: 0.5 } }) },
      ['split-by-class'],
    ],
    [
      'validation rows in training',
      { trace: fitted({ validation: { rows: 30, shared: 1, unknownClass: 0 } }) },
      ['leakage'],
    ],
    [
      'raw inputs',
      {
        trace: fitted({ x: makeTensorFacts({ max: 255, mean: 90, std: 80 }) }),
        run: { train: null, metric: null },
      },
      ['unscaled-inputs', 'inputs-changed'],
    ],
    [
      'inputs scaled outside',
      { trace: fitted({ x: makeTensorFacts({ mean: 3, std: 0.1 }) }), run: poor },
      ['inputs-changed'],
    ],
    [
      'targets scaled outside',
      {
        ...regression,
        trace: { ...prices, ...fitted({ y: makeTensorFacts() }) },
        run: { train: 4e4, metric: 4e4 },
      },
      ['labels-changed'],
    ],
    ['a loss that is no number', { loss: [1, null], trace: { start: null } }, ['g1']],
    [
      'a rate too high: worse than at the start',
      { run: poor, trace: moved(40, 14), loss: [14, 14] },
      ['rate-too-high'],
    ],
    ['a rate too high: thrown about', { run: poor, trace: moved(30), loss: [1.1, 1.1] }, ['rate-too-high']],
    ['a rate too high: jumping', { run: poor, trace: moved(1, 0.6), loss: JUMPING }, ['rate-too-high']],
    [
      'a rate too high: not a number',
      { loss: [1, null], run: { train: null, metric: null } },
      ['g1', 'rate-too-high'],
    ],
    [
      'a rate that seems too low and too high',
      { run: poor, trace: moved(0.01), loss: JUMPING },
      ['rate-too-low'],
    ],
    ['a rate too low', { run: poor, trace: moved(0.01), loss: [1.1, 1.09, 1.08] }, ['rate-too-low']],
    ['too few epochs', { run: poor, trace: moved(0.3, 0.8), loss: FALLING }, ['g7', 'g5']],
    [
      'dead ReLUs',
      { run: poor, trace: { end: makeProbe({ layers: layers({ dead: 0.9 }, {}) }) } },
      ['dead-relu'],
    ],
    [
      'a vanished gradient',
      {
        run: poor,
        trace: { start: makeProbe({ layers: layers({ gradient: 1e-6 }, {}, { gradient: 0.1 }) }) },
      },
      ['vanishing-gradient'],
    ],
    [
      'an exploding signal',
      { run: poor, trace: { start: makeProbe({ layers: layers({ std: 500 }, {}) }) } },
      ['exploding-gradient'],
    ],
    ['constant predictions', { run: { ...poor, constantPrediction: true } }, ['g8']],
    [
      'nothing else in pixels that are hardly ever lit',
      { run: poor, trace: fitted({ x: makeTensorFacts({ min: 0, columnStdMin: 0.001 }) }) },
      ['g5'],
    ],
    ['a single epoch', { run: poor, trace: moved(0.3, 0.8), loss: [1] }, ['g7', 'g5']],
    ['underfitting', { run: poor }, ['g5']],
    ['overfitting', { run: { train: 1, metric: 0.8 } }, ['g6']],
    ['a forgotten await', { record: { pendingFit: true }, run: poor, loss: FALLING }, ['pending']],
  ])('%s', (_, changes, expected) => expect(ids(changes)).toEqual(expected));
});

describe('what looks like a fault and is none', () => {
  test.each<[string, Changes]>([
    [
      'raw inputs that a training copes with',
      {
        trace: {
          ...fitted({ x: makeTensorFacts({ max: 255, mean: 90, std: 80 }) }),
          given: { ...makeTrace().given, x: makeTensorFacts({ max: 255, mean: 90, std: 80 }) },
        },
      },
    ],
    [
      'inputs scaled by the first layer',
      {
        facts: model(makeLayer('Normalization', { params: 8 }), dense('relu', 8), dense('softmax')),
        trace: {
          ...fitted({ x: makeTensorFacts({ mean: 90, std: 80 }) }),
          given: { ...makeTrace().given, x: makeTensorFacts({ mean: 90, std: 80 }) },
        },
      },
    ],
    [
      'dead units in a model that learnt',
      { trace: { end: makeProbe({ loss: 0.2, layers: layers({ dead: 0.9 }, {}) }) } },
    ],
    [
      'small gradients of a finished training',
      {
        trace: { end: makeProbe({ loss: 0.01, layers: layers({ gradient: 1e-7 }, {}, { gradient: 1e-3 }) }) },
      },
    ],
    ['labels renamed', { trace: fitted({ relabelled: 1, y: makeLabelFacts({ min: 5, max: 7 }) }) }],
    [
      'a bounded output for bounded targets',
      {
        ...regression,
        ...output('sigmoid', 1),
        trace: { ...fitted({ y: makeLabelFacts({ min: 0.1, max: 0.9, mean: 1, std: 0.8 }) }) },
      },
    ],
    [
      'a linear output with a loss that takes logits',
      { ...output('linear'), record: { loss: 'softmaxCrossEntropy' } },
    ],
    [
      'rows that repeat in the given data',
      {
        trace: {
          ...fitted({ validation: { rows: 30, shared: 0.4, unknownClass: 0 } }),
          given: { ...makeTrace().given, repeated: 0.3 },
        },
      },
    ],
    ['a curve still falling at full marks', { loss: FALLING, run: { train: 0.97, metric: 0.95 } }],
  ])('%s', (_, changes) => expect(ids(changes)).toEqual([]));
});

test('the most certain comes first, and consequences of it are left out', () => {
  const found = diagnose(
    makeEvidence({
      ...output('relu'),
      run: { ...poor, constantPrediction: true },
      trace: {
        end: makeProbe({ layers: layers({ dead: 1 }, {}) }),
        ...fitted({ validation: { rows: 9, shared: 1, unknownClass: 0 } }),
      },
    }),
  );
  expect(found.map(({ id }) => id)).toEqual(['loss-activation', 'leakage']);
  expect(found.map(({ certainty }) => certainty)).toEqual([0.97, 0.86]);
});

test.each([
  ['born dead', { dead: 1 }, 'Start from `heNormal` weights and a bias of 0.'],
  ['died in training', {}, 'Lower the learning rate tenfold.'],
])('units that were %s are helped in their own way', (_, atStart, step) => {
  const trace = {
    start: makeProbe({ layers: layers(atStart, {}) }),
    end: makeProbe({ layers: layers({ dead: 1 }, {}) }),
  };
  const found = diagnose(makeEvidence({ run: poor, trace }));
  expect(found.map(({ id, text }) => [id, text?.step.en])).toEqual([['dead-relu', step]]);
});

test('each finding names its numbers', () => {
  const [found] = diagnose(
    makeEvidence({ run: poor, trace: { end: makeProbe({ layers: layers({ dead: 0.9 }, {}) }) } }),
  );
  expect(found).toMatchObject({
    id: 'dead-relu',
    evidence: { layer: 1, className: 'Dense', deadShare: 0.9 },
  });
});

const namesIn = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();

test.each(RULES.map((rule, i) => [rule.id, i] as const))(
  'the words of %s (rule %i) are there in both languages with the same evidence',
  (_, i) => {
    const { text, explains = [] } = RULES[i]!;
    for (const part of [text.title, text.seen, text.step]) {
      expect(part.tr).not.toBe(part.en);
      expect(namesIn(part.tr)).toEqual(namesIn(part.en));
    }
    expect(explains.filter((id) => !RULES.some((rule) => rule.id === id))).toEqual([]);
  },
);

test.each([
  ['g3', { loss: 'categoricalCrossentropy', labelShape: [] }, '', {}],
  [
    'label-shape',
    { loss: 'sparseCategoricalCrossentropy', labelShape: [10] },
    'each example has shape [1] (i.e.,tensor shape [*,1]) but the target received an input with 50 examples, each with shape [10] (tensor shape [50,10])',
    { outputs: 1, labels: 10, loss: 'sparseCategoricalCrossentropy' },
  ],
  [undefined, { labelShape: [3] }, 'something else', undefined],
])('refused labels are explained: %s', (id, record, message, evidence) => {
  const finding = labelFinding(makeRecord(record), message);
  expect([finding?.id, finding?.evidence]).toEqual([id, evidence]);
});

test.each([
  ['meanSquaredError', false],
  ['categoricalCrossentropy', true],
])('refused labels of %s are told of one-hot vectors: %s', (loss, isAboutClasses) => {
  const message = 'each example has shape [2] (i.e.,tensor shape [*,2]) but the target received an input with 300 examples, each with shape [3] (tensor shape [300,3])';
  const step = labelFinding(makeRecord({ loss, labelShape: [3] }), message)!.text!.step;
  expect([step.tr.includes('one-hot'), step.en.includes('one-hot')]).toEqual([isAboutClasses, isAboutClasses]);
});
