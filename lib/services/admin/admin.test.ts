import { beforeEach, describe, expect, test, vi } from 'vitest';
import { auditLog } from '#drizzle/schema/index.ts';
import { operator } from '#lib/auth/actors.ts';
import { memberOfClaims } from '#lib/auth/member.ts';
import type { Actor, Admin } from '#lib/core/actors.ts';
import type { UserId } from '#lib/core/ids.ts';
import { insertAudit } from '#lib/data/audit.ts';
import { selectCourseIds } from '#lib/data/courses.ts';
import { database } from '#lib/data/database.ts';
import { newId } from '#lib/data/source.ts';
import { selectUser } from '#lib/data/users.ts';
import { freshDatabase } from '#tests/factories/database.ts';
import { makeCourse, makePerson } from '#tests/factories/people.ts';
import { saveProof } from '../grading/save-proof.ts';
import { AUDIT_PAGE, readAudit } from './audit.ts';
import { viewSystem } from './system.ts';
import { listUsers, openUser, setActive, setRole } from './users.ts';

const REFUSED = { ok: false, error: { code: 'common.notAllowed' } };
const ALL = { search: '', role: null };
const NO_FILTER = { actor: '', action: '', page: 1 };
let admin: Admin;
let ada: UserId;

beforeEach(() => {
  freshDatabase();
  admin = makePerson('admin', { name: 'Yönetici' });
  ada = makePerson('student', { name: 'Ada', email: 'ada@example.org' }).userId;
});

/** The type already refuses these actors; this is what happens to a caller that got past it. */
const past = (actor: Actor) => actor as Admin;
const valueOf = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const log = () =>
  database()
    .select()
    .from(auditLog)
    .all()
    .map((line) => [line.action, line.actorId, line.subject]);

test.each([
  ['a student', () => makePerson('student')],
  ['an instructor', () => makePerson('instructor')],
  ['the operator, who has the command line', () => operator()],
])('%s may do nothing of it, and nothing changes', (_name, who) => {
  const actor = past(who());
  expect(viewSystem(actor)).toEqual(REFUSED);
  expect(listUsers(actor, ALL)).toEqual(REFUSED);
  expect(openUser(actor, ada)).toEqual(REFUSED);
  expect(setRole(actor, ada, 'admin')).toEqual(REFUSED);
  expect(setActive(actor, ada, false)).toEqual(REFUSED);
  expect(readAudit(actor, NO_FILTER)).toEqual(REFUSED);
  expect(selectUser(ada)).toMatchObject({ role: 'student', disabledAt: null });
  expect(log()).toEqual([]);
});

describe('users', () => {
  const names = (search: string, role: 'student' | 'admin' | null = null) =>
    valueOf(listUsers(admin, { search, role })).map((u) => u.name);

  test('are in Turkish order, without a hash', () => {
    for (const name of ['Zeynep', 'Çağla', 'Cem', 'Işıl', 'İrem']) makePerson('student', { name });
    expect(names('')).toEqual(['Ada', 'Cem', 'Çağla', 'Işıl', 'İrem', 'Yönetici', 'Zeynep']);
    expect(JSON.stringify(listUsers(admin, ALL))).not.toContain('unusable');
  });

  test.each([
    ['isil', ['IŞIL IŞIK']],
    ['ışıl', ['IŞIL IŞIK']],
    ['IŞIK', ['IŞIL IŞIK']],
    ['ADA@', ['Ada']],
    ['%', []],
    ['_', ['Altçizgi']],
    ['  ', ['Ada', 'Altçizgi', 'IŞIL IŞIK', 'Yönetici']],
  ])('are found by %j in name or e-mail', (search, found) => {
    makePerson('student', { name: 'IŞIL IŞIK', email: 'x1@example.org' });
    makePerson('student', { name: 'Altçizgi', email: 'a_b@example.org' });
    database().run("update users set email_folded = replace(email_folded, 'usr_', 'usr-')");
    expect(names(search)).toEqual(found);
  });

  test('are found by role', () =>
    expect([names('', 'admin'), names('ada', 'admin'), names('ada', 'student')]).toEqual([
      ['Yönetici'],
      [],
      ['Ada'],
    ]));

  test('a new role holds at the next request and brings the first course to whoever has none', () => {
    const course = makeCourse();
    expect(setRole(admin, ada, 'instructor')).toEqual({ ok: true, value: null });
    expect(memberOfClaims({ sub: ada, sessionVersion: 1 })).toMatchObject({
      role: 'instructor',
      courses: [course],
    });
    setRole(admin, ada, 'instructor');
    expect(log()).toEqual([['account.roleChanged', admin.userId, ada]]);
  });

  test('a course of one’s own stays when the role changes', () => {
    makeCourse('AAAAAAAA');
    const own = makeCourse('BBBBBBBB');
    const { userId } = makePerson('student', { courses: [own] });
    setRole(admin, userId, 'instructor');
    expect(selectCourseIds(userId)).toEqual([own]);
  });

  test('a disabled account has no session any more, an enabled one has it again; each change is logged once', () => {
    const session = () => memberOfClaims({ sub: ada, sessionVersion: 1 });
    expect(session()).not.toBeNull();
    for (const isActive of [false, false]) setActive(admin, ada, isActive);
    expect(session()).toBeNull();
    expect(valueOf(openUser(admin, ada)).disabledAt).not.toBeNull();
    setActive(admin, ada, true);
    expect(session()).not.toBeNull();
    expect(log().map(([action]) => action)).toEqual(['account.disabled', 'account.enabled']);
  });

  test('nobody takes the right from themselves, so there is always an administrator', () => {
    const own = { ok: false, error: { code: 'account.own' } };
    expect(setRole(admin, admin.userId, 'student')).toEqual(own);
    expect(setActive(admin, admin.userId, false)).toEqual(own);
    expect(selectUser(admin.userId)).toMatchObject({ role: 'admin', disabledAt: null });
  });

  test('an account that does not exist is not found', () => {
    const missing = { ok: false, error: { code: 'common.notFound' } };
    const nobody = newId('user');
    expect([
      openUser(admin, nobody),
      setRole(admin, nobody, 'admin'),
      setActive(admin, nobody, false),
    ]).toEqual([missing, missing, missing]);
  });
});

describe('the audit log', () => {
  test('is read newest first, page by page, each line once', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    for (let i = 0; i < AUDIT_PAGE + 5; i++) {
      vi.setSystemTime(1_800_000_000_000 + Math.floor(i / 2));
      insertAudit(admin.userId, 'export.scores', 'crs_x', { i });
    }
    vi.useRealTimers();
    const pages = [1, 2, 3].map((page) => valueOf(readAudit(admin, { ...NO_FILTER, page })));
    expect(pages.map(({ lines, hasMore }) => [lines.length, hasMore])).toEqual([
      [AUDIT_PAGE, true],
      [5, false],
      [0, false],
    ]);
    const at = pages.flatMap(({ lines }) => lines.map((line) => line.at));
    expect(at).toEqual(at.toSorted((a, b) => b - a));
    expect(new Set(pages.flatMap(({ lines }) => lines.map((line) => line.id))).size).toBe(AUDIT_PAGE + 5);
  });

  test('is filtered by who acted (either spelling, or the address) and by action, and names people', () => {
    const isil = makePerson('instructor', { name: 'Işıl Öğretmen', email: 'isil@example.org' });
    insertAudit(isil.userId, 'account.passwordReset', ada);
    insertAudit(isil.userId, 'export.scores', 'crs_x');
    insertAudit(null, 'login.failed', null);
    const found = (change: Partial<typeof NO_FILTER>) =>
      valueOf(readAudit(admin, { ...NO_FILTER, ...change })).lines.map((l) => [l.actor, l.action, l.person]);
    expect(found({ actor: 'ogretmen', action: 'account.passwordReset' })).toEqual([
      ['Işıl Öğretmen', 'account.passwordReset', 'Ada'],
    ]);
    expect(found({ actor: 'isil@EXAMPLE.org' })).toHaveLength(2);
    expect(found({ actor: '%' })).toEqual([]);
    expect(found({ action: 'login.failed' })).toEqual([[null, 'login.failed', null]]);
    expect(valueOf(readAudit(admin, NO_FILTER)).actions).toEqual([
      'account.passwordReset',
      'export.scores',
      'login.failed',
    ]);
  });
});

test('the state of the system holds the proof with its checks, the queue and the room that is left', () => {
  expect(valueOf(viewSystem(admin))).toMatchObject({
    grading: null,
    off: 'noProof',
    jobs: { waiting: 0, running: 0, dead: 0 },
    running: [],
  });
  const checks = [{ id: 'isolation.files', status: 'ok' as const, detail: 'refused' }];
  saveProof(operator(), { proven: true, checks, engines: [{ id: 'wasm', usable: true, why: null }] });
  const { grading, off, storage } = valueOf(viewSystem(admin));
  expect(off).toBeNull();
  expect(grading).toMatchObject({ proven: true, checks });
  expect(storage.databaseBytes).toBeGreaterThan(4096);
  expect(storage.freeBytes).toBeGreaterThan(0);
  expect(storage.diskBytes).toBeGreaterThanOrEqual(storage.freeBytes);
});
