import { expect, test } from 'vitest';
import { operator } from '#lib/auth/actors.ts';
import { newId, now } from '#lib/data/source.ts';
import { insertReport } from '#lib/data/submissions.ts';
import { gradeNext } from '#lib/services/submissions/grade-next.ts';
import { graderOf, makeWorld, report, submitted } from './world.ts';

test.each([
  ['work that has no report yet', null, ['auto', '2026-guz']],
  ['work that has one', { engine: 'wasm-blas', term: '2025-bahar' }, ['wasm-blas', '2025-bahar']],
] as const)('%s is graded on engine and rows %3$j', async (_, before, expected) => {
  const world = makeWorld();
  const submissionId = submitted(world.deniz, world.assignment);
  if (before) insertReport({ id: newId('report'), submissionId, report: report(before), createdAt: now() });
  const asked: string[] = [];
  const grader = graderOf(async (request) => {
    asked.push(request.engine, request.term);
    return report();
  });
  await gradeNext(operator(), grader, new AbortController().signal);
  expect(asked).toEqual(expected);
});
