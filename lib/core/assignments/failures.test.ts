import { expect, test } from 'vitest';
import { makeAssignment, TEXT as text } from '#tests/factories/assignment.ts';
import { FAILURE_CODES } from './facts.ts';
import { describeFailure } from './failures.ts';

const channel = {
  id: 'channel',
  text,
  symptom: { kind: 'failed', codes: ['wrongInputShape'], says: 'ndim' },
};
const assignment = makeAssignment({ findings: [channel] });
const describeOf = (code: (typeof FAILURE_CODES)[number], message = 'm') =>
  describeFailure(assignment, { code, message, line: 4 });

test.each(FAILURE_CODES)('%s has a text in both languages and keeps the line', (code) => {
  const { message } = describeOf(code);
  expect(message.tr.length).toBeGreaterThan(10);
  expect(message.en.length).toBeGreaterThan(10);
  expect(message.tr).not.toBe(message.en);
  expect(message.line).toBe(4);
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
  ['wrongTargetShape', 'm', ['g3']],
  ['threw', 'ndim', []],
] as const)('%s with "%s" gives %j', (code, message, ids) => {
  expect(describeOf(code, message).feedback.map(({ id }) => id)).toEqual(ids);
});
