import { expect, test } from 'vitest';
import { FAILURE_CODES } from './facts.ts';
import { describeFailure } from './failures.ts';
import { assignmentSchema } from './schema.ts';

const text = { tr: 'metin', en: 'text' };
const channel = {
  id: 'channel',
  text,
  symptom: { kind: 'failed', codes: ['wrongInputShape'], says: 'ndim' },
};
const assignment = assignmentSchema.parse({
  id: 'a99',
  version: 1,
  title: text,
  task: text,
  dataText: text,
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
  findings: [channel],
});
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
