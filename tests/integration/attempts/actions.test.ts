import { beforeEach, expect, test, vi } from 'vitest';
import type { AttemptId } from '#lib/core/ids.ts';
import { database } from '#lib/data/database.ts';
import { selectAttempt, selectAttemptsOf, selectPaper } from '#lib/data/attempts.ts';
import { handIn } from '#lib/services/attempts/hand-in.ts';
import { startAttempt } from '#lib/services/attempts/start.ts';
import { startAction } from '../../../app/practice/action.ts';
import { similarAction } from '../../../app/attempts/[id]/result/similar.ts';
import { logIn } from './browser.ts';
import { makeUser, makeWorld, type World } from './world.ts';

vi.mock('next/headers', async () => (await import('./browser.ts')).nextHeaders);
vi.mock('next/navigation', async () => (await import('./browser.ts')).nextNavigation);
vi.mock('next-intl/server', () => ({ getTranslations: async () => Object.assign((key: string) => key, { has: () => true }) }));

let world: World;
let attempt: AttemptId;
let variant: string;
const form = (fields: Record<string, string>) => Object.entries(fields).reduce((data, [name, value]) => (data.set(name, value), data), new FormData());

beforeEach(async () => {
  world = makeWorld();
  const started = await startAttempt(world.deniz, world.exam);
  if (!started.ok) throw new Error(started.error.code);
  attempt = started.value;
  variant = selectPaper(attempt)[0]!.variant.id;
});

const ACTIONS: [string, () => Promise<unknown>][] = [
  ['starting', () => startAction({}, form({ exam: world.exam }))],
  ['trying a similar one', () => similarAction({}, form({ variant }))],
];

test.each(ACTIONS)('%s sends a stranger to the log-in and staff to an explanation, and changes nothing', async (_name, act) => {
  await logIn(null);
  await expect(act()).rejects.toThrow(/^\/login/);
  await logIn(makeUser('ogretmen', 'instructor'));
  await expect(act()).rejects.toThrow('forbidden');
  expect(selectAttempt(attempt)?.state).toBe('open');
  expect(selectAttemptsOf(world.deniz.userId)).toHaveLength(1);
});

test("another student's question starts no drill", async () => {
  await logIn(world.isil.userId);
  handIn(world.deniz, attempt);
  expect(await similarAction({}, form({ variant }))).toEqual({ failure: 'exam.failures.notFound' });
  expect(selectAttemptsOf(world.isil.userId)).toHaveLength(0);
});

test('a refused start names its reason; a made-up id is answered like an unknown exam', async () => {
  await logIn(world.outsider.userId);
  expect(await startAction({}, form({ exam: world.exam }))).toEqual({ failure: 'exam.failures.notFound' });
  expect(await startAction({}, form({ exam: "exm_' or 1=1" }))).toEqual({ failure: 'exam.failures.notFound' });
});

test('a similar question is refused in words while the paper is open, and when there is none any more', async () => {
  await logIn(world.deniz.userId);
  expect(await similarAction({}, form({ variant }))).toEqual({ failure: 'exam.failures.stillOpen' });
  handIn(world.deniz, attempt);
  database().run('update question_versions set retired_at = 1');
  expect(await similarAction({}, form({ variant }))).toEqual({ failure: 'exam.failures.retired' });
  expect(await similarAction({}, form({ variant: 'var_1' }))).toEqual({ failure: 'exam.failures.notFound' });
  expect(selectAttemptsOf(world.deniz.userId)).toHaveLength(1);
});
