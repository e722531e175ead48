import { expect, test } from 'vitest';
import { makeRecord } from '#tests/factories/assignment.ts';
import { makeTrace } from '#tests/factories/trace.ts';
import { recordSchema } from './record.ts';

const record = makeRecord({ trace: makeTrace() });

test('a record as the box writes it is read', () => expect(recordSchema.parse(record)).toEqual(record));

test.each([
  ['a share above 1', { ...record.trace, given: { ...record.trace!.given, repeated: 2 } }],
  ['an unknown key', { ...record.trace, score: 100 }],
  ['text', 'all good'],
])('statistics with %s are dropped, and the training is graded without them', (_, trace) =>
  expect(recordSchema.parse({ ...record, trace })).toEqual({ ...record, trace: null }),
);

test.each([
  ['a score', { ...record, score: 100 }],
  ['a long name', { ...record, loss: 'x'.repeat(65) }],
  ['half an epoch', { ...record, epochs: 0.5 }],
])('a record with %s is nobody of ours', (_, forged) =>
  expect(recordSchema.safeParse(forged).success).toBe(false),
);
