import { expect, test } from 'vitest';
import {
  makeBuilt,
  makeDense,
  makeLayer,
  makeModel,
  makeRecord,
  outputOf,
} from '#tests/factories/assignment.ts';
import type { Condition } from './condition.ts';
import type { Built } from './evidence.ts';
import type { ModelFacts } from './facts.ts';
import type { Measures } from './measures.ts';
import { meets } from './requirements.ts';

const softmax = makeDense('softmax');
const waves = (kernelSize: number[]) =>
  makeModel(makeLayer('Conv1D', { kernelSize, units: 8, params: 9 }), softmax);
const hours = (className: string, inner: string[], steps: number | null) =>
  makeModel(makeLayer(className, { inner, inputShape: [null, steps, 1], params: 9 }), makeDense('linear', 1));
const wide: Condition = { kind: 'layersAtLeast', classes: ['Conv1D'], min: 1, kernelSizeAtLeast: 3 };
const long: Condition = {
  kind: 'layersAtLeast',
  classes: ['LSTM', 'GRU', 'GRUCell'],
  min: 1,
  stepsAtLeast: 24,
};
const bent: Condition = { kind: 'hiddenLayersAtLeast', min: 1, nonlinear: true };
const broad: Condition = { kind: 'hiddenUnitsAtLeast', classes: ['Dense'], min: 64 };
const either: Condition = {
  kind: 'anyOf',
  of: [
    { kind: 'output', units: 1, activation: ['sigmoid'] },
    { kind: 'output', units: 2, activation: ['softmax'] },
  ],
};

test.each<[string, Condition, ModelFacts, boolean]>([
  ['a window of 3', wide, waves([3]), true],
  ['a window of 2', wide, waves([2]), false],
  ['a window of 3 by 1', wide, waves([3, 1]), false],
  ['24 steps', long, hours('LSTM', [], 24), true],
  ['any number of steps', long, hours('LSTM', [], null), true],
  ['one step of 24 features', long, hours('LSTM', [], 1), false],
  ['a wrapped layer', long, hours('Bidirectional', ['GRU'], 24), true],
  ['a cell in a recurrent layer', long, hours('RNN', ['GRUCell'], 24), true],
  ['another recurrent layer', long, hours('SimpleRNN', [], 24), false],
  ['a bent hidden layer', bent, makeModel(makeDense('relu', 8), softmax), true],
  ['a linear hidden layer', bent, makeModel(makeDense('linear', 8), softmax), false],
  [
    'a linear hidden layer with an activation layer',
    bent,
    makeModel(makeDense('linear', 8), makeLayer('ReLU'), softmax),
    true,
  ],
  ['hidden layers of 64', broad, makeModel(makeDense('relu', 64), makeDense('relu', 99), softmax), true],
  ['one hidden layer of 63', broad, makeModel(makeDense('relu', 64), makeDense('relu', 63), softmax), false],
  ['the first of two', either, makeModel(makeDense('sigmoid', 1)), true],
  ['the second of two', either, makeModel(makeDense('softmax', 2)), true],
  ['neither of two', either, makeModel(makeDense('sigmoid', 2)), false],
])('%s', (_, condition, facts, expected) => {
  expect(meets(condition, makeBuilt(facts))).toBe(expected);
});

test.each<[string, Measures, boolean]>([
  ['at the lower end', { recall: 0.65 }, true],
  ['below it', { recall: 0.64 }, false],
  ['at the upper end, which is outside', { recall: 0.9 }, false],
  ['that does not exist', { recall: null }, false],
  ['nobody measured', {}, false],
])('a measure %s', (_, measures, expected) => {
  const range: Condition = { kind: 'measure', name: 'recall', atLeast: 0.65, below: 0.9 };
  expect(meets(range, makeBuilt(makeModel(softmax), { measures }))).toBe(expected);
});

const split = {
  ...makeModel(softmax),
  outputs: [softmax, makeDense('sigmoid', 2)].map(outputOf),
  sharedLayers: 1,
};
const frozen = makeModel({ ...makeDense('relu', 8), trainable: false }, softmax);
const tuned = makeRecord({ frozenEpochs: 3 });
const onBase: Condition = { kind: 'onBase', movedBelow: 0.2 };

test.each<[string, Condition, Built, boolean]>([
  ['two outputs in their order', { kind: 'outputs', units: [3, 2] }, makeBuilt(split), true],
  ['two outputs in another order', { kind: 'outputs', units: [2, 3] }, makeBuilt(split), false],
  ['one output too few', { kind: 'outputs', units: [3, 2] }, makeBuilt(makeModel(softmax)), false],
  [
    'the activation of the second output',
    { kind: 'activationOf', output: 1, is: ['sigmoid'] },
    makeBuilt(split),
    true,
  ],
  [
    'the activation of an output that is not there',
    { kind: 'activationOf', output: 2, is: ['sigmoid'] },
    makeBuilt(split),
    false,
  ],
  [
    'an activation layer before an output',
    { kind: 'activationOf', output: 0, is: ['relu'] },
    makeBuilt(makeModel(softmax, makeLayer('ReLU'))),
    true,
  ],
  ['a shared layer', { kind: 'sharedLayersAtLeast', min: 1 }, makeBuilt(split), true],
  ['too few shared layers', { kind: 'sharedLayersAtLeast', min: 2 }, makeBuilt(split), false],
  ['a bottleneck of 8', { kind: 'bottleneckAtMost', max: 8 }, makeBuilt({ ...split, bottleneck: 8 }), true],
  ['a bottleneck of 9', { kind: 'bottleneckAtMost', max: 8 }, makeBuilt({ ...split, bottleneck: 9 }), false],
  ['no bottleneck at all', { kind: 'bottleneckAtMost', max: 8 }, makeBuilt(split), false],
  ['a frozen layer', { kind: 'frozenLayersAtLeast', min: 1 }, makeBuilt(frozen), true],
  ['no frozen layer', { kind: 'frozenLayersAtLeast', min: 1 }, makeBuilt(split), false],
  ['a base left as it was', onBase, makeBuilt(split, { measures: { baseMoved: 0 } }), true],
  ['a base that moved from the start', onBase, makeBuilt(split, { measures: { baseMoved: 0.01 } }), false],
  [
    'a base tuned after a frozen phase',
    onBase,
    makeBuilt(split, { measures: { baseMoved: 0.19 }, record: tuned }),
    true,
  ],
  [
    'a base tuned beyond recognition',
    onBase,
    makeBuilt(split, { measures: { baseMoved: 0.2 }, record: tuned }),
    false,
  ],
  ['no base', onBase, makeBuilt(split, { measures: { baseMoved: null }, record: tuned }), false],
  [
    'tests that passed',
    { kind: 'tests', pass: ['a', 'b'] },
    makeBuilt(split, { passedTests: new Set(['a', 'b', 'c']) }),
    true,
  ],
  [
    'a test that did not',
    { kind: 'tests', pass: ['a', 'b'] },
    makeBuilt(split, { passedTests: new Set(['a']) }),
    false,
  ],
  [
    'an option in range',
    { kind: 'option', name: 'lr', atLeast: 1 },
    makeBuilt(split, { record: makeRecord({ options: { lr: 1 } }) }),
    true,
  ],
  ['an option nobody gave', { kind: 'option', name: 'lr', atLeast: 1 }, makeBuilt(split), false],
  [
    'another model',
    { kind: 'of', model: 'decoder', condition: { kind: 'outputs', units: [3] } },
    makeBuilt(split, { models: { decoder: makeModel(softmax) } }),
    true,
  ],
  [
    'a model that is not there',
    { kind: 'of', model: 'decoder', condition: { kind: 'outputs', units: [3] } },
    makeBuilt(split),
    false,
  ],
])('%s', (_, condition, built, expected) => expect(meets(condition, built)).toBe(expected));
