import { beforeEach, expect, test, vi } from 'vitest';
import { auditLog } from '#drizzle/schema/index.ts';
import { operator } from '#lib/auth/actors.ts';
import type { Staff } from '#lib/core/actors.ts';
import { instant } from '#lib/core/clock.ts';
import { score } from '#lib/core/score.ts';
import { insertAttempt } from '#lib/data/attempts.ts';
import { database } from '#lib/data/database.ts';
import { insertExam } from '#lib/data/publication.ts';
import { newId, now } from '#lib/data/source.ts';
import { gradeNext } from '#lib/services/submissions/grade-next.ts';
import { openAttempt, openSubmission } from '#lib/services/teach/attempt.ts';
import { exportCsv } from '#lib/services/teach/export.ts';
import { overview } from '#lib/services/teach/overview.ts';
import { viewStudent } from '#lib/services/teach/student.ts';
import { GET } from '../../../app/teach/export/[what]/route.ts';
import { logIn } from '../attempts/browser.ts';
import { graderOf, makeMember, makeWorld, report, submitted, type World } from '../submissions/world.ts';

vi.mock('next/headers', async () => (await import('../attempts/browser.ts')).nextHeaders);
vi.mock('next/navigation', async () => (await import('../attempts/browser.ts')).nextNavigation);
vi.mock('next-intl/server', () => ({ getLocale: async () => 'tr' }));

let world: World;
let handedIn: ReturnType<typeof sit>;
let open: ReturnType<typeof sit>;
let submission: ReturnType<typeof submitted>;

const text = (t: string) => ({ tr: t, en: t });

/** Deniz has sat the exam twice (once still open) and handed in code once (80 points); Işıl has done nothing. */
beforeEach(async () => {
  world = makeWorld();
  const exam = newId('exam');
  insertExam({ id: exam, courseId: world.course, kind: 'practice', blueprint: 'all', blueprintVersion: 1, content: { id: 'all', version: 1, title: text('Deneme'), about: text('x'), durationSeconds: 600, pointsEach: 100, sections: [{ topics: ['tensors'], count: 1 }] }, durationSeconds: 600, createdAt: now() });
  handedIn = sit(exam, 1, 1250);
  open = sit(exam, 2, null);
  submission = submitted(world.deniz, world.assignment);
  await gradeNext(operator(), graderOf(async () => report()), new AbortController().signal);
});

function sit(examId: ReturnType<typeof newId<'exam'>>, number: number, points: number | null) {
  const id = newId('attempt');
  const startedAt = instant(Date.UTC(2026, 10, 24, 10, number));
  insertAttempt({ id, courseId: world.course, examId, userId: world.deniz.userId, number, seed: 1, startedAt, scoreMax: score(2000), ...(points === null ? { state: 'open' } : { state: 'handedIn', score: score(points), handedInAt: startedAt, handedInBy: 'student' }) });
  return id;
}

test('the overview sets every student against exams and assignments, by Turkish order, with the best scores', () => {
  for (const name of ['Zeynep', 'Çağla', 'Cem']) makeMember(name, 'student', [world.course]);
  const found = overview(world.teacher, world.course, 'tr');
  if (!found.ok) throw new Error(found.error.code);
  const { columns, students } = found.value;
  expect(columns.map((c) => [c.kind, c.title])).toEqual([['exam', 'Deneme'], ['assignment', 'Rakamlar']]);
  expect(students.map((s) => s.name)).toEqual(['Cem', 'Çağla', 'Deniz', 'Işıl', 'Zeynep']);
  expect(students[2]!.cells).toEqual([{ best: 1250, max: 2000, tries: 2, running: true }, { best: 8000, max: 10000, tries: 1, running: false }]);
  expect(students[3]!.cells.map((c) => c.tries)).toEqual([0, 0]);
});

test('the staff opens a student, a handed-in sitting and a submission; an open paper shows no key', () => {
  const student = viewStudent(world.teacher, world.course, world.deniz.userId, 'tr');
  expect(student).toMatchObject({ ok: true, value: { name: 'Deniz', attempts: [{ id: open, title: 'Deneme' }, { id: handedIn, score: 1250 }], submissions: [{ id: submission, title: 'Rakamlar', score: 8000 }] } });
  expect(openAttempt(world.teacher, handedIn, 'tr')).toMatchObject({ ok: true, value: { student: { name: 'Deniz' }, result: { attempt: { score: 1250 } } } });
  expect(openAttempt(world.teacher, open, 'tr')).toEqual({ ok: false, error: { code: 'teach.stillOpen' } });
  expect(openSubmission(world.teacher, submission)).toMatchObject({ ok: true, value: { student: { name: 'Deniz' }, view: { report: { score: 80 } }, incident: null } });
  expect(overview(world.admin, world.course, 'en').ok).toBe(true);
});

const SERVICES: [string, (staff: Staff) => { ok: boolean }][] = [
  ['overview', (staff) => overview(staff, world.course, 'tr')],
  ['one student', (staff) => viewStudent(staff, world.course, world.deniz.userId, 'tr')],
  ['a sitting', (staff) => openAttempt(staff, handedIn, 'tr')],
  ['a submission', (staff) => openSubmission(staff, submission)],
  ['export', (staff) => exportCsv(staff, world.course, 'scores', 'tr')],
];

test.each(SERVICES)('%s: refused to the staff of another course and to students, also of this course', (_name, call) => {
  for (const actor of [world.otherTeacher, world.outsider, world.isil, world.deniz]) expect(call(actor as Staff)).toMatchObject({ ok: false });
  expect(database().select().from(auditLog).all()).toEqual([]);
});

test('a student of another course is not opened through this one, nor a colleague', () => {
  for (const id of [world.outsider.userId, world.teacher.userId, newId('user')]) expect(viewStudent(world.teacher, world.course, id, 'tr')).toEqual({ ok: false, error: { code: 'teach.notFound' } });
});

async function download(what: string, course: string): Promise<[number, string]> {
  const response = await GET(new Request(`http://derin.test/teach/export/${what}?course=${course}`), { params: Promise.resolve({ what }) });
  const bytes = Buffer.from(await response.arrayBuffer());
  return [response.status, bytes.toString('utf8')];
}

test('exports carry a byte-order mark, decimal commas and names that cannot become formulas, and leave a line in the audit log', async () => {
  makeMember('=HYPERLINK("http://evil.test")', 'student', [world.course]);
  await logIn(world.teacher.userId);
  const [status, scores] = await download('scores', world.course);
  expect(status).toBe(200);
  const lines = scores.split('\r\n');
  expect(lines[0]).toBe('\ufeffAd;E-posta;Deneme;Deneme (En çok);Rakamlar;Rakamlar (En çok)');
  expect(lines.find((l) => l.startsWith('Deniz;'))).toMatch(/;12,5;20;80;100$/);
  expect(scores).toContain(`"'=HYPERLINK(""http://evil.test"")";`);
  const [, attempts] = await download('attempts', world.course);
  expect(attempts).toMatch(/;Deneme;1;2026-11-24 13:01;2026-11-24 13:01;öğrenci;teslim edildi;12,5;20\r\n/);
  const [, submissions] = await download('submissions', world.course);
  expect(submissions).toMatch(/^Deniz;.*;Rakamlar;.*;puanlandı;80;100\r$/m);
  expect(database().select().from(auditLog).all().map((line) => [line.action, line.actorId, line.subject])).toEqual(['scores', 'attempts', 'submissions'].map((what) => [`export.${what}`, world.teacher.userId, world.course]));
});

test.each<[string, () => World['deniz']['userId'] | null, number]>([
  ['nobody', () => null, 401],
  ['a student of the course', () => world.deniz.userId, 403],
  ['an instructor of another course', () => world.otherTeacher.userId, 404],
])('the export is refused to %s, without a line in the audit log', async (_name, who, status) => {
  await logIn(who());
  const [got, body] = await download('scores', world.course);
  expect(got).toBe(status);
  expect(body).not.toContain('Deniz');
  expect(database().select().from(auditLog).all()).toEqual([]);
});

test('an unknown export or course is not found', async () => {
  await logIn(world.teacher.userId);
  expect((await download('passwords', world.course))[0]).toBe(404);
  expect((await download('scores', "crs_' or 1=1"))[0]).toBe(404);
});
