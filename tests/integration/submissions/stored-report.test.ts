import { readFileSync } from 'node:fs';
import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test, vi } from 'vitest';
import { submissionReports } from '#drizzle/schema/index.ts';
import { operator } from '#lib/auth/actors.ts';
import { database } from '#lib/data/database.ts';
import { selectReport, selectSubmission } from '#lib/data/submissions.ts';
import { listAssignments, viewAssignment } from '#lib/services/assignments/assignments.ts';
import { viewCompared } from '#lib/services/submissions/difference.ts';
import { gradeNext } from '#lib/services/submissions/grade-next.ts';
import { viewSubmission } from '#lib/services/submissions/view.ts';
import { openSubmission } from '#lib/services/teach/attempt.ts';
import { exportCsv } from '#lib/services/teach/export.ts';
import { gradeAgain } from '#lib/services/teach/failed.ts';
import { overview } from '#lib/services/teach/overview.ts';
import { GET } from '../../../app/submissions/[id]/report/route.ts';
import { logIn } from '../attempts/browser.ts';
import { graderOf, makeWorld, report, submitted, type World } from './world.ts';

vi.mock('next/headers', async () => (await import('../attempts/browser.ts')).nextHeaders);
vi.mock('next/navigation', async () => (await import('../attempts/browser.ts')).nextNavigation);

const OLD = readFileSync('tests/fixtures/reports/before-terms.json', 'utf8');
let world: World;
let first: ReturnType<typeof submitted>;
let second: ReturnType<typeof submitted>;

const graded = async (source: string) => {
  const id = submitted(world.deniz, world.assignment, source);
  await gradeNext(operator(), graderOf(async () => report()), new AbortController().signal);
  return id;
};
/** As if another version, or damage, had left this text. */
const store = (id: typeof first, text: string) =>
  database().update(submissionReports).set({ report: sql`${text}` }).where(eq(submissionReports.submissionId, id)).run();
const download = async (id: typeof first) => {
  await logIn(world.deniz.userId);
  return GET(new Request('http://localhost/'), { params: Promise.resolve({ id }) });
};

beforeEach(async () => {
  world = makeWorld();
  first = await graded('const model = 1;');
  second = await graded('const model = 2;');
});

test('a report of an older version is shown, compared with and downloaded', async () => {
  store(first, OLD);
  expect(viewSubmission(world.deniz, first)).toMatchObject({ ok: true, value: { report: { assignment: 'a01', tests: [], term: '2026-guz' } } });
  expect(viewCompared(world.deniz, second)).toMatchObject({ ok: true, value: { compared: { before: { score: 0, breakdown: null } } } });
  expect(await (await download(first)).json()).toMatchObject({ engine: 'wasm', rerunSeeds: [] });
});

test.each(['', '{', 'null', '{"outcome":"graded"}'])('a report that cannot be read (%j) takes away neither points nor pages', async (text) => {
  for (const id of [first, second]) store(id, text);
  expect(selectReport(first)).toBeUndefined();
  expect(viewSubmission(world.deniz, first)).toMatchObject({ ok: true, value: { report: null, submission: { state: 'graded', score: 8000 } } });
  expect(openSubmission(world.teacher, first)).toMatchObject({ ok: true, value: { view: { report: null } } });
  expect(viewCompared(world.deniz, second)).toMatchObject({ ok: true, value: { compared: null } });
  expect(listAssignments(world.deniz)).toMatchObject([{ best: 8000, submissions: 2 }]);
  expect(await viewAssignment(world.deniz, world.assignment, 'tr')).toMatchObject({ ok: true, value: { last: { source: 'const model = 2;', line: null, message: null } } });
  expect((await download(first)).status).toBe(404);
  expect(overview(world.teacher, world.course, 'tr')).toMatchObject({ ok: true });
  expect(exportCsv(world.teacher, world.course, 'submissions', 'tr')).toMatchObject({ ok: true });
});

test('a submission whose report cannot be read still counts as a try', async () => {
  world = makeWorld({ submissionsMax: 1 });
  store(await graded('const model = 3;'), '{');
  expect(listAssignments(world.deniz)).toMatchObject([{ left: 0, best: 8000 }]);
});

test('its staff may have it graded again, and nobody else; its points stay until the new report', async () => {
  expect(gradeAgain(world.teacher, first)).toEqual({ ok: false, error: { code: 'teach.notFailed' } });
  store(first, '{');
  expect(openSubmission(world.teacher, first)).toMatchObject({ ok: true, value: { mayGradeAgain: true } });
  expect(gradeAgain(world.otherTeacher, first)).toMatchObject({ ok: false, error: { code: 'teach.notFound' } });
  expect(gradeAgain(world.teacher, first)).toEqual({ ok: true, value: null });
  expect(selectSubmission(first)).toMatchObject({ state: 'queued', score: 8000 });
  await gradeNext(operator(), graderOf(async () => report({ score: 70 })), new AbortController().signal);
  expect(viewSubmission(world.deniz, first)).toMatchObject({ ok: true, value: { report: { score: 70 }, submission: { state: 'graded', score: 7000 } } });
});
