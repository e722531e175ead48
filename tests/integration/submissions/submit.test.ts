import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { SubmissionId } from '#lib/core/ids.ts';
import { SOURCE_BYTES_MAX } from '#lib/core/assignments/source.ts';
import { instant } from '#lib/core/clock.ts';
import { operator } from '#lib/auth/actors.ts';
import { jobQueue } from '#lib/data/jobs.ts';
import { newId, now } from '#lib/data/source.ts';
import { selectHistory, selectSubmission } from '#lib/data/submissions.ts';
import { upsertSetting } from '#lib/data/publication.ts';
import { listAssignments, viewAssignment } from '#lib/services/assignments/assignments.ts';
import { gradingOff, ISOLATION } from '#lib/services/grading/state.ts';
import { cancel } from '#lib/services/submissions/cancel.ts';
import { gradeNext } from '#lib/services/submissions/grade-next.ts';
import { submit } from '#lib/services/submissions/submit.ts';
import { readEvents, viewSubmission } from '#lib/services/submissions/view.ts';
import { graderOf, makeWorld, offerIn, report, submitted, work, type World } from './world.ts';

let world: World;
beforeEach(() => void (world = makeWorld()));
const own = () => selectHistory(world.assignment, world.deniz.userId);
const grade = (change: Parameters<typeof report>[0] = {}) => gradeNext(operator(), graderOf(async () => report(change)), new AbortController().signal);

test('code handed in waits in the queue whether grading is on or off', () => {
  expect(gradingOff()).toBe('noProof');
  const id = submitted(world.deniz, world.assignment);
  expect(selectSubmission(id)).toMatchObject({ state: 'queued', source: 'const model = 1;', score: null });
  expect(jobQueue.find(id)).toMatchObject({ state: 'queued', tries: 0 });
});

test('a double click finds the submission it made; the same code after its end is a new one', async () => {
  const id = submitted(world.deniz, world.assignment);
  expect(submitted(world.deniz, world.assignment)).toBe(id);
  expect(submitted(world.isil, world.assignment)).not.toBe(id);
  await grade();
  expect(submitted(world.deniz, world.assignment)).not.toBe(id);
  expect(own()).toHaveLength(2);
});

const A = 'a'.repeat(SOURCE_BYTES_MAX);
test.each([
  ['nothing', '', 'code.empty'],
  ['white space', ' \n\t', 'code.empty'],
  ['one byte too many', `${A}a`, 'code.tooLarge'],
  ['few characters of many bytes', 'ş'.repeat(SOURCE_BYTES_MAX / 2 + 1), 'code.tooLarge'],
  ['a NUL', 'a\u0000b', 'code.notText'],
  ['bytes that were no UTF-8', 'a\ufffdb', 'code.notText'],
  ['half a character', 'a\ud800b', 'code.notText'],
])('%s is refused and nothing is queued', (_name, source, code) => {
  expect(submit(world.deniz, world.assignment, work(source))).toEqual({ ok: false, error: { code } });
  expect(own()).toEqual([]);
});

test('exactly 256 KiB is taken', () => expect(submit(world.deniz, world.assignment, work(A)).ok).toBe(true));

test('a language the task does not offer is refused', () =>
  expect(submit(world.deniz, world.assignment, { language: 'keras', source: 'x' })).toEqual({ ok: false, error: { code: 'code.wrongLanguage' } }));

test.each<[string, () => Parameters<typeof makeWorld>[0], string]>([
  ['before it opens', () => ({ opensAt: instant(now() + 60_000) }), 'code.notOpen'],
  ['after the deadline', () => ({ dueAt: instant(now() - 1) }), 'code.pastDue'],
  ['when withdrawn', () => ({ withdrawnAt: now() }), 'code.withdrawn'],
])('an assignment takes nothing %s', (_name, rules, code) => {
  world = makeWorld(rules());
  expect(submit(world.deniz, world.assignment, work('x'))).toEqual({ ok: false, error: { code } });
});

test('three may wait at a time; a cancelled one makes room', () => {
  const ids = ['a', 'b', 'c'].map((source) => submitted(world.deniz, world.assignment, source));
  expect(submit(world.deniz, world.assignment, work('d'))).toEqual({ ok: false, error: { code: 'code.tooManyWaiting', values: { max: 3 } } });
  cancel(world.deniz, ids[0]!);
  expect(submit(world.deniz, world.assignment, work('d')).ok).toBe(true);
});

test('six may wait at a time over all assignments', () => {
  const second = offerIn(world.course);
  for (const assignment of [world.assignment, second]) for (const source of ['a', 'b', 'c']) submitted(world.deniz, assignment, source);
  const third = offerIn(world.course);
  expect(submit(world.deniz, third, work('a'))).toEqual({ ok: false, error: { code: 'code.tooManyWaiting', values: { max: 6 } } });
  expect(submit(world.isil, third, work('a')).ok).toBe(true);
});

test.each([
  ['an assignment', 20, 1],
  ['all assignments', 60, 3],
])('an hour takes a limited number of submissions to %s, then says how long to wait', (_name, max, offers) => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T10:00:00Z') });
  onTestFinished(() => void vi.useRealTimers());
  const to = [world.assignment, ...Array.from({ length: offers }, () => offerIn(world.course))];
  for (let n = 0; n < max; n++) {
    cancel(world.deniz, submitted(world.deniz, to[n % offers]!, `${n}`));
    vi.advanceTimersByTime(30_000);
  }
  const next = () => submit(world.deniz, to[offers > 1 ? offers : 0]!, work('one more'));
  expect(next()).toEqual({ ok: false, error: { code: 'code.tooOften', values: { minutes: 60 - max / 2 } } });
  expect(submit(world.isil, world.assignment, work('x')).ok).toBe(true);
  vi.advanceTimersByTime((60 - max / 2) * 60_000);
  expect(next().ok).toBe(true);
});

test('tries are used up by grades and failures of the code, not by unreadable models and cancelled work', async () => {
  world = makeWorld({ submissionsMax: 2 });
  const left = () => listAssignments(world.deniz)[0]!.left;
  submitted(world.deniz, world.assignment, 'a');
  await grade({ outcome: 'ungradable', score: null, fraction: null });
  cancel(world.deniz, submitted(world.deniz, world.assignment, 'b'));
  expect(left()).toBe(2);
  submitted(world.deniz, world.assignment, 'c');
  await grade({ outcome: 'crashed', score: null, fraction: null });
  submitted(world.deniz, world.assignment, 'd');
  expect(left()).toBe(0);
  expect(submit(world.deniz, world.assignment, work('e'))).toEqual({ ok: false, error: { code: 'code.noneLeft', values: { max: 2 } } });
});

test('the list shows the best score; the task brings the last code and where it failed', async () => {
  submitted(world.deniz, world.assignment, 'good');
  await grade({ score: 90 });
  submitted(world.deniz, world.assignment, 'bad');
  await grade({ outcome: 'crashed', score: null, fraction: null, message: { tr: 'hata', en: 'error', line: 3 } });
  expect(listAssignments(world.deniz)).toMatchObject([{ id: world.assignment, best: 9000, submissions: 2, left: null, refusal: null }]);
  const view = await viewAssignment(world.deniz, world.assignment, 'en');
  expect(view).toMatchObject({ ok: true, value: { last: { source: 'bad', line: 3, message: 'error' }, picture: { svg: expect.stringContaining('<svg') }, starter: expect.stringContaining('model') } });
});

test('in the history a crash has 0 points and an unreadable model none', async () => {
  submitted(world.deniz, world.assignment, 'crash');
  await grade({ outcome: 'crashed', score: null, fraction: null });
  submitted(world.deniz, world.assignment, 'unreadable');
  await grade({ outcome: 'ungradable', score: null, fraction: null });
  const view = await viewAssignment(world.deniz, world.assignment, 'en');
  expect(view).toMatchObject({ ok: true, value: { history: [{ state: 'failed', score: null }, { state: 'graded', score: 0 }] } });
});

test('a finished submission is not cancelled any more', async () => {
  const id = submitted(world.deniz, world.assignment);
  await grade();
  expect(cancel(world.deniz, id).ok).toBe(true);
  expect(selectSubmission(id)).toMatchObject({ state: 'graded', score: 8000 });
});

test('people of other courses find neither the task nor a submission; only its student and the staff of its course read it', async () => {
  const id = submitted(world.deniz, world.assignment);
  const unknown = newId('submission') as SubmissionId;
  const notFound = { ok: false, error: { code: 'code.notFound' } };
  expect(await viewAssignment(world.outsider, world.assignment, 'tr')).toEqual(notFound);
  expect(await viewAssignment(world.deniz, newId('assignment'), 'tr')).toEqual(notFound);
  expect(listAssignments(world.outsider)).toEqual([]);
  expect(submit(world.outsider, world.assignment, work('x'))).toEqual(notFound);
  expect(cancel(world.isil, id)).toEqual(notFound);
  expect(cancel(world.deniz, unknown)).toEqual(notFound);
  for (const member of [world.isil, world.outsider, world.otherTeacher]) {
    expect(viewSubmission(member, id)).toEqual(notFound);
    expect(readEvents(member, id, 0)).toEqual(notFound);
  }
  for (const member of [world.deniz, world.teacher, world.admin]) expect(viewSubmission(member, id).ok && readEvents(member, id, 0).ok).toBe(true);
});

test.each([
  ['no proof yet', null, 'noProof'],
  ['a proof that failed', { proven: false, age: 0 }, 'notProven'],
  ['a worker that fell silent', { proven: true, age: 16 * 60_000 }, 'silent'],
  ['a fresh proof', { proven: true, age: 60_000 }, null],
])('%s: grading is off for the reason %s', (_name, proof, why) => {
  if (proof) upsertSetting(ISOLATION, { proven: proof.proven, at: now() - proof.age, detail: '', engines: [] });
  expect(gradingOff()).toBe(why);
});
