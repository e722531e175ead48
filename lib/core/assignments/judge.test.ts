import { describe, expect, test } from 'vitest';
import {
  makeBuilt,
  makeAssignment,
  makeDense as dense,
  makeLayer as layer,
  makeModel as model,
  makeRecord,
  TEXT as text,
} from '#tests/factories/assignment.ts';
import type { Condition } from './condition.ts';
import { isStillFalling } from './curve.ts';
import type { ModelFacts } from './facts.ts';
import type { RunFacts } from './evidence.ts';
import { judge } from './judge.ts';
import { meets } from './requirements.ts';
import type { Assignment } from './schema.ts';

const base = {
  limits: { wallSeconds: 1, cpuSeconds: 1, memoryMib: 1, outputKib: 1, paramsMax: 1000, epochsMax: 9 },
  metric: { name: 'accuracy', classes: 3 },
  band: [
    { value: 0.5, points: 0 },
    { value: 1, points: 100 },
  ],
  gates: [{ id: 'softmax', text, condition: { kind: 'output', units: 3, activation: ['softmax'] } }],
};
const assignment = (changes: object = {}): Assignment => makeAssignment({ ...base, ...changes });

const good = model(dense('relu', 8), dense('softmax'));

const record = makeRecord();
/** Loss that has settled, training as good as hidden. */
const run = (
  metric: number | null,
  changes: Partial<RunFacts> & { loss?: (number | null)[] } = {},
): RunFacts => {
  const { loss = [2, 1, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9], ...rest } = changes;
  return {
    seed: 1,
    metric,
    train: metric,
    measures: {},
    tests: [],
    epochs: loss.map((value, i) => ({ epoch: i + 1, logs: { loss: value } })),
    constantPrediction: false,
    breakdown: null,
    ...rest,
  };
};
const judged = (changes: Partial<Parameters<typeof judge>[0]> = {}) =>
  judge({ assignment: assignment(), facts: good, perSeed: [run(0.8)], record, ...changes });
const ids = (changes: Partial<Parameters<typeof judge>[0]>) => judged(changes).feedback.map(({ id }) => id);

test('how predictions missed is told of the run whose metric is the median, of none where there is no metric', () => {
  const seen = (n: number) => ({ kind: 'confusion' as const, counts: [[n, 0, 0]] });
  const perSeed = [0.6, 0.9, 0.8].map((metric, n) => run(metric, { breakdown: seen(n) }));
  expect(judged({ perSeed }).breakdown).toEqual(seen(2));
  expect(judged({ perSeed: [run(null, { breakdown: seen(0) })] }).breakdown).toBeNull();
});

describe('the score', () => {
  test.each([
    ['follows the band', {}, 60],
    ['takes the median of the runs', { perSeed: [run(0.6), run(0.9), run(0.8)] }, 60],
    ['counts a run without metric as worst', { perSeed: [run(null), run(0.9), run(0.8)] }, 60],
    ['is 0 when most runs have no metric', { perSeed: [run(null), run(null), run(0.8)] }, 0],
    ['is capped at 40 by a failed gate', { facts: model(dense('relu', 8), dense('relu')) }, 40],
    ['is not raised to the cap', { facts: model(dense('relu', 8), dense('relu')), perSeed: [run(0.6)] }, 20],
    ['is capped by the parameter limit', { facts: { ...good, params: 1001 } }, 40],
  ])('%s', (_, changes, expected) => {
    const { score, fraction } = judged(changes);
    expect([score, fraction]).toEqual([expected, expected / 100]);
  });

  test('loses 10 for each failed soft requirement and never falls below 0', () => {
    const few = { kind: 'epochsAtMost', max: 2 };
    const soft = ['one', 'two'].map((id) => ({ id, text, condition: few }));
    expect(judged({ assignment: assignment({ soft }) }).score).toBe(40);
    expect(judged({ assignment: assignment({ soft }), perSeed: [run(0.55)] }).score).toBe(0);
  });

  test('shows every requirement with its text, soft ones marked', () => {
    const soft = [{ id: 'few', text, condition: { kind: 'epochsAtMost', max: 5 } }];
    expect(judged({ assignment: assignment({ soft }) }).gates).toEqual([
      { id: 'softmax', passed: true, soft: false, ...text },
      { id: 'few', passed: true, soft: true, ...text },
    ]);
  });

  test('reports the interval of the run that is the median', () => {
    const perSeed = [
      run(0.6, { interval: [0.5, 0.7] }),
      run(0.9, { interval: [0.8, 1] }),
      run(0.8, { interval: [0.7, 0.9] }),
    ];
    expect(judged({ perSeed }).metrics[0]).toEqual({
      name: 'accuracy',
      value: 0.8,
      perSeed: [0.6, 0.9, 0.8],
      interval: [0.7, 0.9],
    });
  });
});

const conv = layer('Conv2D', { units: 4, activation: 'relu', params: 40, trainable: true });
const scaled = layer('Normalization', { params: 8 });
const logits: Condition = {
  kind: 'output',
  units: 3,
  activation: ['softmax'],
  orLinearWithLoss: ['softmaxCrossEntropy'],
};

describe('a requirement', () => {
  test.each<[string, Condition, ModelFacts, boolean]>([
    ['parameters within', { kind: 'paramsAtMost', max: 20 }, good, true],
    ['parameters above', { kind: 'paramsAtMost', max: 19 }, good, false],
    [
      'one trainable layer beside a normalising one',
      { kind: 'trainableLayers', exactly: 1 },
      model(scaled, dense('linear')),
      true,
    ],
    ['two trainable layers', { kind: 'trainableLayers', exactly: 1 }, good, false],
    ['a hidden layer', { kind: 'hiddenLayersAtLeast', min: 1 }, good, true],
    [
      'no hidden layer, a normalising layer is none',
      { kind: 'hiddenLayersAtLeast', min: 1 },
      model(scaled, dense('softmax')),
      false,
    ],
    [
      'no hidden layer, an activation layer is none',
      { kind: 'hiddenLayersAtLeast', min: 1 },
      model(dense('linear'), layer('Softmax')),
      false,
    ],
    ['softmax in the layer', logits, good, true],
    ['softmax as a layer of its own', logits, model(dense('linear'), layer('Softmax')), true],
    [
      'softmax as an Activation layer',
      logits,
      model(dense('linear'), layer('Activation', { activation: 'softmax' })),
      true,
    ],
    ['another activation on top of softmax', logits, model(dense('softmax'), layer('ReLU')), false],
    ['the wrong number of units', logits, model(dense('softmax', 4)), false],
    ['a linear output with a loss that takes probabilities', logits, model(dense('linear')), false],
    [
      'a layer of a class',
      { kind: 'layersAtLeast', classes: ['Conv2D'], min: 1 },
      model(conv, dense('softmax')),
      true,
    ],
    [
      'too few layers of a class',
      { kind: 'layersAtLeast', classes: ['Conv2D'], min: 2 },
      model(conv, dense('softmax')),
      false,
    ],
    ['epochs within', { kind: 'epochsAtMost', max: 5 }, good, true],
    ['epochs above', { kind: 'epochsAtMost', max: 4 }, good, false],
  ])('%s', (_, condition, facts, expected) =>
    expect(meets(condition, makeBuilt(facts, { record }))).toBe(expected),
  );

  test('a linear output passes with a loss that takes logits', () => {
    const facts = model(dense('linear'));
    const taught = { ...record, loss: 'softmaxCrossEntropy' };
    expect(meets(logits, makeBuilt(facts, { record: taught }))).toBe(true);
    expect(meets(logits, makeBuilt(facts, { record: null }))).toBe(false);
  });
});

test('measures are medians of the runs, shown after the metric, and can be a gate', () => {
  const perSeed = [0.5, 0.9, 0.7].map((recall) => run(0.8, { train: 0.6, measures: { recall } }));
  const gate = { kind: 'measure', name: 'recall', atLeast: 0.7 };
  const { metrics, gates } = judged({
    perSeed,
    assignment: assignment({ gates: [{ id: 'r', text, condition: gate }] }),
  });
  expect(metrics.slice(1)).toEqual([
    { name: 'train', value: 0.6, perSeed: [0.6, 0.6, 0.6], interval: null },
    { name: 'recall', value: 0.7, perSeed: [0.5, 0.9, 0.7], interval: null },
  ]);
  expect(gates[0]!.passed).toBe(true);
});

test('only remarks stand beside healthy work', () => {
  const symptom = { kind: 'outputActivation', is: ['softmax'] };
  const findings = [
    { id: 'remark', text, symptom, remark: true },
    { id: 'fault', text, symptom },
  ];
  const healthy = { assignment: assignment({ findings }), perSeed: [run(0.96)] };
  expect(ids(healthy)).toEqual(['remark']);
  expect(ids({ ...healthy, perSeed: [run(0.8)] })).toEqual(['remark', 'fault']);
});

test('a run without a mean squared error counts as worst too', () => {
  const falling = assignment({
    metric: { name: 'mse' },
    band: [
      { value: 1, points: 100 },
      { value: 2, points: 0 },
    ],
  });
  expect(judged({ assignment: falling, perSeed: [run(null), run(1), run(1.5)] }).score).toBe(50);
});

describe('findings', () => {
  const linearHidden = model(dense('linear', 8), dense('softmax'));
  const falling = [2, 1.8, 1.6, 1.4, 1.2, 1];
  test.each<[string, Partial<Parameters<typeof judge>[0]>, string[]]>([
    ['none on a healthy run, whatever its curve', { perSeed: [run(0.96, { train: 1, loss: falling })] }, []],
    ['g1 for a loss that became NaN', { perSeed: [run(null, { loss: [2, null] })] }, ['g1']],
    [
      'g2 for softmax over one unit',
      { facts: model(dense('relu', 8), dense('softmax', 1)), perSeed: [run(0.8)] },
      ['g2'],
    ],
    [
      'g3 for whole labels with a loss that wants vectors',
      { record: makeRecord({ labelShape: [1] }), perSeed: [run(0.8)] },
      ['g3'],
    ],
    ['g4 for hidden layers without activation', { facts: linearHidden }, ['g4']],
    [
      'no g4 where an activation layer follows',
      { facts: model(dense('linear', 8), layer('ReLU'), dense('softmax')) },
      [],
    ],
    ['no g4 without a hidden layer', { facts: model(dense('softmax')) }, []],
    [
      'no g4 where pooling bends',
      { facts: model({ ...conv, activation: 'linear' }, layer('MaxPooling2D'), dense('softmax')) },
      [],
    ],
    ['g5 for poor training', { perSeed: [run(0.6)] }, ['g5']],
    [
      'g5 and not g6 where poor training is better than hidden',
      { perSeed: [run(0.55, { train: 0.7 })] },
      ['g5'],
    ],
    ['g6 for training far better than hidden', { perSeed: [run(0.8, { train: 0.99 })] }, ['g6']],
    ['no g5 or g6 without a metric on the training data', { perSeed: [run(0.6, { train: null })] }, []],
    ['no g5 where noisy labels keep only training low', { perSeed: [run(0.85, { train: 0.6 })] }, []],
    [
      'g6 and no g7 where the loss falls towards memorised labels',
      { perSeed: [run(0.8, { train: 0.99, loss: falling })] },
      ['g6'],
    ],
    ['g7 for a loss still falling', { perSeed: [run(0.85, { loss: falling })] }, ['g7']],
    ['g8 for constant predictions', { perSeed: [run(0.85, { constantPrediction: true })] }, ['g8']],
    [
      'a forgotten await first, without what follows from it',
      { record: { ...record, pendingFit: true, labelShape: [] }, perSeed: [run(0.6)] },
      ['pending', 'g3'],
    ],
    ['unstable runs', { perSeed: [run(0.85), run(0.5), run(0.9)] }, ['unstable']],
    [
      'at most three, the most certain first',
      {
        facts: linearHidden,
        record: makeRecord({ labelShape: [1], loss: 'categoricalCrossentropy' }),
        perSeed: [run(0.6, { loss: falling }), run(0.95, { loss: [2, null] })],
      },
      ['g1', 'g3', 'g4'],
    ],
  ])('%s', (_, changes, expected) => expect(ids(changes)).toEqual(expected));

  const own = (symptom: object) => assignment({ findings: [{ id: 'own', text, symptom }], gates: [] });
  const lagging = { kind: 'laggingAverages' };
  const normalised = model(layer('BatchNormalization', { params: 8 }), dense('softmax'));
  const logged = (acc: number, train: number) => ({
    ...run(train),
    epochs: [{ epoch: 1, logs: { loss: 1, acc } }],
  });
  const soft64 = { kind: 'paramsAtMost', max: 64 };
  const stopped = { kind: 'noCallback', classes: ['EarlyStopping'] };
  const more = { kind: 'fitRows', above: 100, split: true };
  const slow = { kind: 'slowForTargetScale', lossAbove: 1 };
  const regression = { facts: model(dense('linear')) };
  const straight = run(0.8, { loss: [1000, 999, 998, 997, 996, 995] });
  test.each<[string, Partial<Parameters<typeof judge>[0]>, boolean]>([
    ['output activation', { assignment: own({ kind: 'outputActivation', is: ['softmax'] }) }, true],
    ['another output activation', { assignment: own({ kind: 'outputActivation', is: ['relu'] }) }, false],
    ['hidden activation', { assignment: own({ kind: 'hiddenActivation', is: ['relu'] }) }, true],
    [
      'hidden activation with a good metric',
      { assignment: own({ kind: 'hiddenActivation', is: ['relu'], metricBelow: 0.7 }) },
      false,
    ],
    [
      'too much dropout',
      {
        facts: model(layer('Dropout', { rate: 0.9 }), dense('softmax')),
        assignment: own({ kind: 'dropoutAbove', rate: 0.7 }),
      },
      true,
    ],
    [
      'dropout within bounds',
      {
        facts: model(layer('Dropout', { rate: 0.7 }), dense('softmax')),
        assignment: own({ kind: 'dropoutAbove', rate: 0.7 }),
      },
      false,
    ],
    [
      'a penalty',
      {
        facts: model({ ...dense('softmax'), regularized: true }),
        assignment: own({ kind: 'regularized', is: true }),
      },
      true,
    ],
    ['no penalty', { assignment: own({ kind: 'regularized', is: true }) }, false],
    ['no penalty, as asked', { assignment: own({ kind: 'regularized', is: false }) }, true],
    ['a condition met', { assignment: own({ kind: 'meets', condition: soft64 }) }, true],
    ['a condition failed', { assignment: own({ kind: 'fails', condition: soft64 }) }, false],
    [
      'both of two',
      {
        assignment: own({
          kind: 'allOf',
          of: [
            { kind: 'meets', condition: soft64 },
            { kind: 'noLayer', classes: ['GRU'] },
          ],
        }),
      },
      true,
    ],
    [
      'one of two',
      {
        assignment: own({
          kind: 'allOf',
          of: [
            { kind: 'meets', condition: soft64 },
            { kind: 'noLayer', classes: ['Dense'] },
          ],
        }),
      },
      false,
    ],
    ['no early stopping', { assignment: own(stopped) }, true],
    [
      'early stopping',
      { assignment: own(stopped), record: makeRecord({ callbacks: ['EarlyStopping'] }) },
      false,
    ],
    ['no early stopping, with nothing recorded', { assignment: own(stopped), record: null }, false],
    [
      'more rows than given, some held back',
      { assignment: own(more), record: makeRecord({ rows: 101, validationSplit: 0.2 }) },
      true,
    ],
    [
      'more rows than given, none held back',
      { assignment: own(more), record: makeRecord({ rows: 101 }) },
      false,
    ],
    ['as many rows as given', { assignment: own(more), record: makeRecord({ validationSplit: 0.2 }) }, false],
    ['rows nobody counted', { assignment: own(more), record: makeRecord({ rows: null }) }, false],
    [
      'batch normalisation that lags behind its own log',
      { facts: normalised, assignment: own(lagging), perSeed: [logged(0.95, 0.6)] },
      true,
    ],
    [
      'batch normalisation with unstable runs',
      { facts: normalised, assignment: own(lagging), perSeed: [run(0.85), run(0.5), run(0.9)] },
      true,
    ],
    [
      'batch normalisation that keeps up',
      { facts: normalised, assignment: own(lagging), perSeed: [logged(0.7, 0.6)] },
      false,
    ],
    ['a lag without batch normalisation', { assignment: own(lagging), perSeed: [logged(0.95, 0.6)] }, false],
    ['missing layer', { assignment: own({ kind: 'noLayer', classes: ['Conv2D'] }) }, true],
    ['present layer', { assignment: own({ kind: 'noLayer', classes: ['Dense'] }) }, false],
    ['slow for the target scale', { ...regression, assignment: own(slow), perSeed: [straight] }, true],
    [
      'settled at the target scale',
      { ...regression, assignment: own(slow), perSeed: [run(0.8, { loss: [9, 5, 5, 5, 5, 5] })] },
      false,
    ],
  ])('own symptom: %s', (_, changes, expected) => expect(ids(changes).includes('own')).toBe(expected));
});

test.each([
  ['halving each epoch', [8, 4, 2, 1], true],
  ['1 % per epoch, levelling off', [2, 1.5, 1.2, 1.188, 1.176, 1.164, 1.153, 1.141], false],
  ['a straight line, however slow', [1000, 999.8, 999.6, 999.4, 999.2], true],
  ['rising', [1, 2, 3, 4], false],
  ['flat', [1, 1, 1, 1], false],
  ['one epoch', [5], false],
  ['NaN', [5, null], false],
])('a loss %s is still falling: %s', (_, loss, expected) => expect(isStillFalling(loss)).toBe(expected));
