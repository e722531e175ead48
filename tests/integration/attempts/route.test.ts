import { beforeEach, expect, test, vi } from 'vitest';
import type { UserId } from '#lib/core/ids.ts';
import { POST } from '../../../app/api/attempts/[id]/hand-in/route.ts';
import { PUT } from '../../../app/api/attempts/[id]/responses/[variant]/route.ts';
import { database } from '#lib/data/database.ts';
import { selectAttempt, selectPaper, selectResponse } from '#lib/data/attempts.ts';
import { newId } from '#lib/data/source.ts';
import { handIn } from '#lib/services/attempts/hand-in.ts';
import { startAttempt } from '#lib/services/attempts/start.ts';
import { logIn } from './browser.ts';
import { makeUser, makeWorld, type World } from './world.ts';

vi.mock('next/headers', async () => (await import('./browser.ts')).nextHeaders);
vi.mock('next/navigation', async () => (await import('./browser.ts')).nextNavigation);

let world: World;
let place: { attempt: string; variant: string };

beforeEach(async () => {
  world = makeWorld();
  await logIn(world.deniz.userId);
  const started = await startAttempt(world.deniz, world.exam);
  const attempt = started.ok ? started.value : newId('attempt');
  place = { attempt, variant: selectPaper(attempt).find((row) => row.variant.question === 'nu')!.variant.id };
});

const GOOD = { answer: { text: '0,37' }, flagged: true, sequence: 7 };

async function put(body: unknown, { at = place, headers = {} }: { at?: typeof place; headers?: Record<string, string> } = {}) {
  const url = `http://derin.test/api/attempts/${at.attempt}/responses/${at.variant}`;
  const request = new Request(url, { method: 'PUT', headers: { host: 'derin.test', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });
  const response = await PUT(request, { params: Promise.resolve({ id: at.attempt, variant: at.variant }) });
  return { status: response.status, body: (await response.json()) as { code?: string; savedAt?: number; issues?: { code: string }[] } };
}
const stored = () => selectResponse(place.variant as never);

test('a good save is confirmed with its time and stored as typed', async () => {
  const { status, body } = await put(GOOD, { headers: { origin: 'http://derin.test', 'sec-fetch-site': 'same-origin' } });
  expect(status).toBe(200);
  expect(stored()).toMatchObject({ ...GOOD, savedAt: body.savedAt });
});

test('a later save replaces all of an earlier one; a cleared answer is no answer in the table', async () => {
  await put(GOOD);
  const { body } = await put({ answer: null, flagged: false, sequence: 8 });
  expect(stored()).toEqual({ variantId: place.variant, answer: null, flagged: false, sequence: 8, savedAt: body.savedAt });
  expect(database().get('select typeof(answer) as type from responses')).toEqual({ type: 'null' });
});

const LONG = 'x'.repeat(64 * 1024);

test.each<[string, number, string, unknown, Parameters<typeof put>[1]?]>([
  ['no JSON', 400, 'exam.wrongForm', '{"answer"'],
  ['a missing field', 400, 'exam.wrongForm', { answer: null, flagged: true }],
  ['an unknown field', 400, 'exam.wrongForm', { ...GOOD, score: 100 }],
  ['a sequence that is no count', 400, 'exam.wrongForm', { ...GOOD, sequence: 1.5 }],
  ["another type's answer", 400, 'exam.wrongForm', { ...GOOD, answer: { option: 'a' } }],
  ['an entry of 201 characters', 400, 'exam.wrongForm', { ...GOOD, answer: { text: 'x'.repeat(201) } }],
  ['more than 64 KiB', 413, 'exam.tooLarge', { ...GOOD, answer: { text: LONG } }],
  ['more than 64 KiB behind a false length', 413, 'exam.tooLarge', { ...GOOD, answer: { text: LONG } }, { headers: { 'content-length': '10' } }],
  ['a request from another site', 403, 'common.foreignSite', GOOD, { headers: { 'sec-fetch-site': 'cross-site' } }],
  ['a foreign origin in an old browser', 403, 'common.foreignSite', GOOD, { headers: { origin: 'http://evil.test' } }],
  ['an opaque origin', 403, 'common.foreignSite', GOOD, { headers: { origin: 'null' } }],
])('%s: %d %s, and the stored response stands', async (_name, status, code, body, options) => {
  await put({ ...GOOD, sequence: 1 });
  expect(await put(body, options)).toEqual({ status, body: { code } });
  expect(stored()).toMatchObject({ ...GOOD, sequence: 1 });
});

test.each<[string, unknown, string[]]>([
  ['a number', { text: '0,37' }, []],
  ['1.000', { text: '1.000' }, ['formats.thousands']],
  ['no number', { text: 'x' }, ['formats.notANumber']],
  ['a percent sign that was not asked for', { text: '%50' }, ['formats.percentNotAsked']],
  ['nothing yet', { text: ' ' }, []],
  ['a cleared answer', null, []],
])('%s is saved as typed, and the reply says whether the judge can read it', async (_name, answer, issues) => {
  const { status, body } = await put({ ...GOOD, answer });
  expect([status, body.issues?.map(({ code }) => code)]).toEqual([200, issues]);
  expect(stored()).toMatchObject({ answer });
});

test('a percent sign is read where a ratio is asked for', async () => {
  database().run("update question_versions set content = json_set(content, '$.ratio', json('true')) where question = 'nu'");
  expect((await put({ ...GOOD, answer: { text: '%50' } })).body.issues).toEqual([]);
});

test('an id that is none, or of another kind, is not found', async () => {
  expect(await put(GOOD, { at: { ...place, attempt: '../../x' } })).toEqual({ status: 404, body: { code: 'exam.notFound' } });
  expect(await put(GOOD, { at: { ...place, variant: place.attempt } })).toEqual({ status: 404, body: { code: 'exam.notFound' } });
});

test.each([
  ['nobody', () => logIn(null), 401, 'common.notLoggedIn'],
  ['a session from before a password change', () => logIn(world.deniz.userId, 0), 401, 'common.notLoggedIn'],
  ['an instructor', () => logIn(makeUser('ogretmen', 'instructor')), 403, 'common.notAllowed'],
  ['another student', () => logIn(world.isil.userId), 404, 'exam.notFound'],
])('%s is refused', async (_name, become, status, code) => {
  await become();
  expect(await put(GOOD)).toEqual({ status, body: { code } });
  expect(stored()).toBeUndefined();
});

test('a stale tab and a handed-in paper are conflicts', async () => {
  await put(GOOD);
  expect(await put({ ...GOOD, sequence: 6 })).toEqual({ status: 409, body: { code: 'exam.staleSave' } });
  handIn(world.deniz, place.attempt as never);
  expect(await put({ ...GOOD, sequence: 8 })).toEqual({ status: 409, body: { code: 'exam.handedIn' } });
  expect(stored()).toMatchObject(GOOD);
});

async function handInBy(id: UserId | null, headers: Record<string, string> = {}, attempt = place.attempt) {
  await logIn(id);
  const request = new Request(`http://derin.test/api/attempts/${attempt}/hand-in`, { method: 'POST', headers: { host: 'derin.test', ...headers }, body: '{}' });
  const response = await POST(request, { params: Promise.resolve({ id: attempt }) });
  return [response.status, (await response.json()) as unknown];
}

test('handing in twice answers the same address twice', async () => {
  const done = [200, { result: `/attempts/${place.attempt}/result` }];
  expect(await handInBy(world.deniz.userId)).toEqual(done);
  expect(await handInBy(world.deniz.userId)).toEqual(done);
});

test('nobody, staff, another student and another site hand in nothing', async () => {
  expect(await handInBy(null)).toEqual([401, { code: 'common.notLoggedIn' }]);
  expect(await handInBy(makeUser('ogretmen', 'instructor'))).toEqual([403, { code: 'common.notAllowed' }]);
  expect(await handInBy(world.isil.userId)).toEqual([404, { code: 'exam.notFound' }]);
  expect(await handInBy(world.deniz.userId, {}, 'att_x')).toEqual([404, { code: 'exam.notFound' }]);
  expect(await handInBy(world.deniz.userId, { origin: 'http://evil.test' })).toEqual([403, { code: 'common.foreignSite' }]);
  expect(selectAttempt(place.attempt as never)?.state).toBe('open');
});
