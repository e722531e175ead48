import { beforeEach, expect, test, vi } from 'vitest';
import type { SubmissionId } from '#lib/core/ids.ts';
import { operator } from '#lib/auth/actors.ts';
import { selectHistory, selectSubmission } from '#lib/data/submissions.ts';
import { gradeNext } from '#lib/services/submissions/grade-next.ts';
import { GET as events } from '../../../app/api/submissions/[id]/events/route.ts';
import { POST } from '../../../app/api/submissions/route.ts';
import { cancelAction } from '../../../app/submissions/[id]/_parts/cancel.ts';
import { GET as reportFile } from '../../../app/submissions/[id]/report/route.ts';
import { GET as source } from '../../../app/submissions/[id]/source/route.ts';
import { logIn } from '../attempts/browser.ts';
import { graderOf, makeWorld, report, submitted, type World } from './world.ts';

vi.mock('next/headers', async () => (await import('../attempts/browser.ts')).nextHeaders);
vi.mock('next/navigation', async () => (await import('../attempts/browser.ts')).nextNavigation);
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));

let world: World;
beforeEach(() => void (world = makeWorld()));
const own = () => selectHistory(world.assignment, world.deniz.userId);

async function post(body: unknown, headers: Record<string, string> = {}): Promise<[number, unknown]> {
  const response = await POST(new Request('http://derin.test/api/submissions', { method: 'POST', headers: { host: 'derin.test', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) }));
  return [response.status, await response.json()];
}
const good = () => ({ assignment: world.assignment as string, language: 'tfjs', source: 'const model = 1;' });

test('code handed in is answered with the address of its submission, twice the same for a double click', async () => {
  await logIn(world.deniz.userId);
  const [first, second] = [await post(good()), await post(good())];
  expect(first).toEqual([201, { submission: `/submissions/${own()[0]!.id}` }]);
  expect(second).toEqual(first);
});

test.each<[string, () => unknown, number, string, Record<string, string>?]>([
  ['no JSON', () => '{"source"', 400, 'code.wrongForm'],
  ['a missing field', () => ({ ...good(), source: undefined }), 400, 'code.wrongForm'],
  ['an unknown field', () => ({ ...good(), score: 100 }), 400, 'code.wrongForm'],
  ['an id of another kind', () => ({ ...good(), assignment: world.course }), 400, 'code.wrongForm'],
  ['an unknown assignment', () => ({ ...good(), assignment: 'asg_2222222222222222' }), 404, 'code.notFound'],
  ['an empty source', () => ({ ...good(), source: '' }), 422, 'code.empty'],
  ['300 KiB', () => ({ ...good(), source: 'x'.repeat(300 * 1024) }), 413, 'code.tooLarge'],
  ['2 MB', () => ({ ...good(), source: 'x'.repeat(2 * 1024 * 1024) }), 413, 'code.tooLarge'],
  ['2 MB behind a false length', () => ({ ...good(), source: 'x'.repeat(2 * 1024 * 1024) }), 413, 'code.tooLarge', { 'content-length': '10' }],
  ['a NUL', () => ({ ...good(), source: '\u0000' }), 422, 'code.notText'],
  ['Python to a tfjs task', () => ({ ...good(), language: 'keras' }), 422, 'code.wrongLanguage'],
  ['another site', good, 403, 'common.foreignSite', { origin: 'http://evil.test' }],
  ['another site in a new browser', good, 403, 'common.foreignSite', { 'sec-fetch-site': 'cross-site' }],
])('%s: refused, and nothing is queued', async (_name, body, status, code, headers) => {
  await logIn(world.deniz.userId);
  expect(await post(body(), headers)).toEqual([status, { code }]);
  expect(own()).toEqual([]);
});

test.each<[string, () => World['deniz']['userId'] | null, number, string]>([
  ['nobody', () => null, 401, 'common.notLoggedIn'],
  ['an instructor', () => world.teacher.userId, 403, 'common.notAllowed'],
  ['a student of another course', () => world.outsider.userId, 404, 'code.notFound'],
])('%s hands in nothing', async (_name, who, status, code) => {
  await logIn(who());
  expect(await post(good())).toEqual([status, { code }]);
  expect(own()).toEqual([]);
});

test('a fourth waiting submission is too many requests', async () => {
  await logIn(world.deniz.userId);
  for (const text of ['a', 'b', 'c']) await post({ ...good(), source: text });
  expect(await post({ ...good(), source: 'd' })).toEqual([429, { code: 'code.tooManyWaiting', values: { max: 3 } }]);
});

const READERS: [string, (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>][] = [['events', events], ['source', source], ['report', reportFile]];
const read = (route: (typeof READERS)[number][1], id: string, headers: Record<string, string> = {}) => route(new Request('http://derin.test/x', { headers }), { params: Promise.resolve({ id }) });

test.each(READERS)('%s: nobody, another student, another course and a made-up id are refused', async (_name, route) => {
  const id = await graded();
  const answers = [];
  for (const who of [null, world.isil.userId, world.outsider.userId, world.otherTeacher.userId]) {
    await logIn(who);
    answers.push((await read(route, id)).status);
  }
  await logIn(world.deniz.userId);
  answers.push((await read(route, "sub_' or 1=1")).status, (await read(route, 'sub_2222222222222222')).status);
  expect(answers).toEqual([401, 404, 404, 404, 404, 404]);
});

test('the source comes back as a file, byte for byte, to its student and the staff', async () => {
  const id = submitted(world.deniz, world.assignment, 'const ş = "İ";\n');
  for (const who of [world.deniz, world.teacher]) {
    await logIn(who.userId);
    const response = await read(source, id);
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="a03-${id}.js"`);
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(await response.text()).toBe('const ş = "İ";\n');
  }
});

async function graded(): Promise<SubmissionId> {
  const id = submitted(world.deniz, world.assignment);
  await gradeNext(operator(), graderOf(async (_job, onEvent) => {
    onEvent?.({ kind: 'stage', id, stage: 'training', seed: 1, run: 1, runs: 3 });
    onEvent?.({ kind: 'epoch', id, seed: 1, epoch: { epoch: 1, logs: { loss: 0.5 } }, epochs: 30 });
    return report();
  }), new AbortController().signal);
  return id;
}

/** The messages of a stream: [id, kind]. */
const kinds = (text: string) => text.trim().split('\n\n').map((message) => [/^id: (\d+)/m.exec(message)?.[1], (JSON.parse(/^data: (.*)$/m.exec(message)![1]!) as { kind: string }).kind]);

test('the report comes as a file once there is one, to its student and the staff', async () => {
  const id = await graded();
  for (const who of [world.deniz, world.teacher]) {
    await logIn(who.userId);
    const response = await read(reportFile, id);
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="a03-${id}.json"`);
    expect(await response.json()).toEqual(report());
  }
  await logIn(world.deniz.userId);
  expect((await read(reportFile, submitted(world.deniz, world.assignment, 'waits'))).status).toBe(404);
});

test('the stream replays everything, names the end with the report, and closes', async () => {
  const id = await graded();
  await logIn(world.deniz.userId);
  const text = await (await read(events, id)).text();
  expect(kinds(text)).toEqual([['1', 'started'], ['2', 'stage'], ['3', 'epoch'], [undefined, 'state'], [undefined, 'end']]);
  expect(JSON.parse(/^data: (.*)$/gm.exec(text.slice(text.indexOf('"end"') - 20))![1]!)).toMatchObject({ report: { score: 80 } });
});

test('a page that lost its connection gets only what it missed', async () => {
  const id = await graded();
  await logIn(world.deniz.userId);
  expect(kinds(await (await read(events, id, { 'last-event-id': '2' })).text())).toEqual([['3', 'epoch'], [undefined, 'state'], [undefined, 'end']]);
});

test('the stream follows a waiting submission to its end', async () => {
  const id = submitted(world.deniz, world.assignment);
  await logIn(world.deniz.userId);
  const whole = (await read(events, id)).text();
  await new Promise((resolve) => setTimeout(resolve, 50));
  await gradeNext(operator(), graderOf(async () => report()), new AbortController().signal);
  const seen = kinds(await whole).map(([, kind]) => kind);
  expect([seen[0], ...seen.slice(-2)]).toEqual(['state', 'state', 'end']);
});

test('cancelling: a stranger is sent to log in, staff is refused, another student changes nothing', async () => {
  const id = submitted(world.deniz, world.assignment);
  const form = new FormData();
  form.set('submission', id);
  await logIn(null);
  await expect(cancelAction(form)).rejects.toThrow(/^\/login/);
  await logIn(world.teacher.userId);
  await expect(cancelAction(form)).rejects.toThrow('forbidden');
  await logIn(world.isil.userId);
  await expect(cancelAction(form)).rejects.toThrow('notFound');
  expect(selectSubmission(id)!.state).toBe('queued');
  await logIn(world.deniz.userId);
  await cancelAction(form);
  expect(selectSubmission(id)!.state).toBe('cancelled');
});
