import { beforeEach, expect, test, vi } from 'vitest';
import { auditLog } from '#drizzle/schema/index.ts';
import { operator } from '#lib/auth/actors.ts';
import type { Staff } from '#lib/core/actors.ts';
import { database } from '#lib/data/database.ts';
import { jobQueue } from '#lib/data/jobs.ts';
import { selectSubmission } from '#lib/data/submissions.ts';
import { gradeNext } from '#lib/services/submissions/grade-next.ts';
import { gradeAgain, listFailed } from '#lib/services/teach/failed.ts';
import { gradeAgainAction } from '../../../app/teach/_parts/grade-again.ts';
import { logIn } from '../attempts/browser.ts';
import { endWait, graderOf, makeWorld, report, submitted, type World } from '../submissions/world.ts';

vi.mock('next/headers', async () => (await import('../attempts/browser.ts')).nextHeaders);
vi.mock('next/navigation', async () => (await import('../attempts/browser.ts')).nextNavigation);
vi.mock('next-intl/server', () => ({ getTranslations: async () => Object.assign((key: string) => key, { has: () => true }) }));
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

let world: World;
let id: ReturnType<typeof submitted>;
const grade = (change: Parameters<typeof report>[0]) => gradeNext(operator(), graderOf(async () => report(change)), new AbortController().signal);
const OUR_FAULT = { outcome: 'graderFailed', score: null, fraction: null, message: { tr: 'olay inc_1', en: 'incident inc_1', line: null } } as const;

/** One submission of Deniz that three tries could not grade. */
beforeEach(async () => {
  world = makeWorld();
  id = submitted(world.deniz, world.assignment);
  for (let n = 0; n < 3; n++) {
    await grade(OUR_FAULT);
    endWait(id);
  }
});

test('what we failed to grade is listed with its incident, and graded when the staff gives it back', async () => {
  expect(selectSubmission(id)!.state).toBe('failed');
  expect(listFailed(world.teacher, world.course, 'tr')).toMatchObject({ ok: true, value: [{ id, name: 'Deniz', title: 'Rakamlar', incident: 'incident inc_1' }] });
  expect(gradeAgain(world.teacher, id)).toEqual({ ok: true, value: null });
  expect(selectSubmission(id)).toMatchObject({ state: 'queued', finishedAt: null });
  await grade({});
  expect(selectSubmission(id)).toMatchObject({ state: 'graded', score: 8000 });
  expect(listFailed(world.teacher, world.course, 'tr')).toEqual({ ok: true, value: [] });
  expect(database().select().from(auditLog).all().map(({ action, actorId, subject }) => [action, actorId, subject])).toEqual([['submission.gradeAgain', world.teacher.userId, id]]);
});

test('a second click, and a submission that did not fail, change nothing', () => {
  gradeAgain(world.teacher, id);
  expect(gradeAgain(world.teacher, id)).toEqual({ ok: false, error: { code: 'teach.notFailed' } });
  const waiting = submitted(world.isil, world.assignment);
  expect(gradeAgain(world.teacher, waiting)).toEqual({ ok: false, error: { code: 'teach.notFailed' } });
  expect(database().select().from(auditLog).all()).toHaveLength(1);
});

test('students and the staff of other courses neither see nor release it', async () => {
  for (const actor of [world.deniz, world.isil, world.otherTeacher]) {
    expect(listFailed(actor as Staff, world.course, 'tr').ok).toBe(false);
    expect(gradeAgain(actor as Staff, id)).toMatchObject({ ok: false });
    await logIn(actor.userId);
    await gradeAgainAction({}, formOf(id)).catch(() => undefined);
  }
  await logIn(null);
  await gradeAgainAction({}, formOf(id)).catch(() => undefined);
  expect(jobQueue.find(id)!.state).toBe('dead');
});

test('the action of its instructor releases it; a forged id is answered in words', async () => {
  await logIn(world.teacher.userId);
  expect(await gradeAgainAction({}, formOf('sub_nonsense'))).toMatchObject({ failure: expect.any(String) });
  expect(await gradeAgainAction({}, formOf(id))).toEqual({});
  expect(jobQueue.find(id)!.state).toBe('queued');
});

function formOf(submission: string): FormData {
  const form = new FormData();
  form.set('submission', submission);
  return form;
}
