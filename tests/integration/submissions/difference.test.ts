import { beforeEach, expect, test } from 'vitest';
import { operator } from '#lib/auth/actors.ts';
import { viewCompared } from '#lib/services/submissions/difference.ts';
import { gradeNext } from '#lib/services/submissions/grade-next.ts';
import { graderOf, makeWorld, report, submitted, type World } from './world.ts';

let world: World;
beforeEach(() => void (world = makeWorld()));

async function graded(source: string, score: number, who = world.deniz) {
  const id = submitted(who, world.assignment, source);
  await gradeNext(operator(), graderOf(async () => report({ score, fraction: score / 100 })), new AbortController().signal);
  return id;
}

test("a submission is compared with the student's own last graded one, not with another student's", async () => {
  const first = await graded('a\n', 40);
  await graded('theirs\n', 90, world.isil);
  const second = await graded('b\n', 70);
  expect(viewCompared(world.deniz, first)).toMatchObject({ ok: true, value: { compared: null } });
  expect(viewCompared(world.deniz, second)).toMatchObject({ ok: true, value: { compared: { previous: first, before: { score: 40 }, lines: [{ kind: 'removed', text: 'a' }, { kind: 'added', text: 'b' }] } } });
  expect(viewCompared(world.teacher, second)).toMatchObject({ ok: true, value: { compared: { previous: first } } });
  for (const stranger of [world.isil, world.outsider, world.otherTeacher]) expect(viewCompared(stranger, second)).toEqual({ ok: false, error: { code: 'code.notFound' } });
});
