import { beforeEach, expect, test, vi } from 'vitest';
import type { AttemptId, UserId } from '#lib/core/ids.ts';
import { selectAttempt, selectAttemptsOf, selectPaper } from '#lib/data/attempts.ts';
import { handIn } from '#lib/services/attempts/hand-in.ts';
import { startAttempt } from '#lib/services/attempts/start.ts';
import { startAction } from '../../../app/practice/action.ts';
import { handInAction } from '../../../app/attempts/[id]/_paper/hand-in.ts';
import { similarAction } from '../../../app/attempts/[id]/result/similar.ts';
import { makeUser, makeWorld, type World } from './world.ts';

const session = vi.hoisted(() => ({ user: null as { id: UserId; sessionVersion: number } | null }));
vi.mock('next-auth', () => ({ getServerSession: async () => (session.user ? { user: session.user } : null) }));
vi.mock('next/navigation', () => ({ redirect: (to: string) => { throw new Error(to); } }));
vi.mock('next-intl/server', () => ({ getTranslations: async () => Object.assign((key: string) => key, { has: () => true }) }));

let world: World;
let attempt: AttemptId;
let variant: string;
const logIn = (id: UserId | null) => (session.user = id && { id, sessionVersion: 1 });
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
  ['handing in', () => handInAction(attempt)],
  ['trying a similar one', () => similarAction(form({ variant }))],
];

test.each(ACTIONS)('%s sends a stranger to the log-in and staff to an explanation, and changes nothing', async (_name, act) => {
  logIn(null);
  await expect(act()).rejects.toThrow(/^\/login$/);
  logIn(makeUser('ogretmen', 'instructor'));
  await expect(act()).rejects.toThrow(/^\/forbidden$/);
  expect(selectAttempt(attempt)?.state).toBe('open');
  expect(selectAttemptsOf(world.deniz.userId)).toHaveLength(1);
});

test("another student's paper is neither handed in nor drilled from", async () => {
  logIn(world.isil.userId);
  await expect(handInAction(attempt)).rejects.toThrow(/^\/practice$/);
  expect(selectAttempt(attempt)?.state).toBe('open');
  handIn(world.deniz, attempt);
  await expect(similarAction(form({ variant }))).rejects.toThrow(/^\/practice$/);
  expect(selectAttemptsOf(world.isil.userId)).toHaveLength(0);
});

test('a refused start names its reason; a made-up id is answered like an unknown exam', async () => {
  logIn(world.outsider.userId);
  expect(await startAction({}, form({ exam: world.exam }))).toEqual({ failure: 'exam.failures.notFound' });
  expect(await startAction({}, form({ exam: "exm_' or 1=1" }))).toEqual({ failure: 'exam.failures.notFound' });
});

test('the own paper is handed in once and both times leads to the result', async () => {
  logIn(world.deniz.userId);
  await expect(handInAction(attempt)).rejects.toThrow(`/attempts/${attempt}/result`);
  await expect(handInAction(attempt)).rejects.toThrow(`/attempts/${attempt}/result`);
});
