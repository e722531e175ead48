import { expect, test } from 'vitest';
import { makeDense, makeLayer, makeModel, makeRecord } from '#tests/factories/assignment.ts';
import type { Condition } from './condition.ts';
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
  expect(meets(condition, { facts, record: makeRecord(), measures: {} })).toBe(expected);
});

test.each<[string, Measures, boolean]>([
  ['at the lower end', { recall: 0.65 }, true],
  ['below it', { recall: 0.64 }, false],
  ['at the upper end, which is outside', { recall: 0.9 }, false],
  ['that does not exist', { recall: null }, false],
  ['nobody measured', {}, false],
])('a measure %s', (_, measures, expected) => {
  const range: Condition = { kind: 'measure', name: 'recall', atLeast: 0.65, below: 0.9 };
  expect(meets(range, { facts: makeModel(softmax), record: null, measures })).toBe(expected);
});
