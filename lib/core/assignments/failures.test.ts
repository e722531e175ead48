import { expect, test } from 'vitest';
import { makeAssignment, makeRecord, TEXT as text } from '#tests/factories/assignment.ts';
import { FAILURE_CODES } from './facts.ts';
import { describeFailure } from './failures.ts';

const channel = {
  id: 'channel',
  text,
  symptom: { kind: 'failed', codes: ['wrongInputShape'], says: 'ndim' },
};
const assignment = makeAssignment({ findings: [channel] });
const describeOf = (code: (typeof FAILURE_CODES)[number], message = 'm', record = makeRecord()) =>
  describeFailure(assignment, { code, message, line: 4 }, record);

test.each(FAILURE_CODES)('%s has a text in both languages and keeps the line', (code) => {
  const { message } = describeOf(code);
  expect(message.tr.length).toBeGreaterThan(10);
  expect(message.en.length).toBeGreaterThan(10);
  expect(message.tr).not.toBe(message.en);
  expect(message.line).toBe(4);
});

test.each(FAILURE_CODES)('%s says what to do next, not only what the machine said', (code) => {
  const { tr, en } = describeOf(code, '').message;
  for (const sentence of [tr, en])
    expect(sentence.split(/[.;:] +/).filter((part) => part.length > 1).length, sentence).toBeGreaterThan(1);
});

test('what the machine said ends in one full stop', () => {
  expect(describeOf('threw', 'x is not defined').message.en).toContain('error: x is not defined. Correct');
  expect(describeOf('threw', 'Error: no.').message.en).toContain('error: Error: no. Correct');
});

test.each([
  ['threw', 'crashed'],
  ['syntax', 'crashed'],
  ['noModel', 'ungradable'],
  ['unsupportedLayer', 'ungradable'],
  ['box', 'graderFailed'],
] as const)('%s is %s', (code, outcome) => expect(describeOf(code).outcome).toBe(outcome));

test.each([
  ['wrongInputShape', 'expected ndim=4', ['channel']],
  ['wrongInputShape', 'expected [4]', []],
  ['threw', 'ndim', []],
] as const)('%s with "%s" gives %j', (code, message, ids) => {
  expect(describeOf(code, message).feedback.map(({ id }) => id)).toEqual(ids);
});

test.each([
  ['one whole number per row', { labelShape: [] }, ['g3']],
  ['a column of whole numbers', { labelShape: [1] }, ['g3']],
  ['one-hot labels of another width', { labelShape: [4] }, []],
  ['another loss', { labelShape: [], loss: 'sparseCategoricalCrossentropy' }, []],
  ['labels that are no tensor', { labelShape: null }, []],
])('a target that does not fit, with %s: %j gives %j', (_, changes, ids) => {
  const { feedback } = describeOf('wrongTargetShape', 'm', makeRecord(changes));
  expect(feedback.map(({ id }) => id)).toEqual(ids);
});
