import { expect, test } from 'vitest';
import { operator } from '#lib/auth/actors.ts';
import type { EngineChoice } from '#lib/core/engines.ts';
import { newId, now } from '#lib/data/source.ts';
import { insertReport } from '#lib/data/submissions.ts';
import { gradeNext } from '#lib/services/submissions/grade-next.ts';
import { graderOf, makeWorld, report, submitted } from './world.ts';

test.each([
  ['work that has no report yet', null, 'auto'],
  ['work that has one', 'wasm-blas', 'wasm-blas'],
] as const)('%s is graded on %3$s', async (_, engine, expected) => {
  const world = makeWorld();
  const submissionId = submitted(world.deniz, world.assignment);
  if (engine)
    insertReport({ id: newId('report'), submissionId, report: report({ engine }), createdAt: now() });
  const asked: EngineChoice[] = [];
  const grader = graderOf(async (request) => {
    asked.push(request.engine);
    return report();
  });
  await gradeNext(operator(), grader, new AbortController().signal);
  expect(asked).toEqual([expected]);
});
