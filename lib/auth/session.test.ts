import { eq } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import { beforeEach, expect, test, vi } from 'vitest';
import { users } from '#drizzle/schema/index.ts';
import type { Member } from '#lib/core/actors.ts';
import { database } from '#lib/data/database.ts';
import { now } from '#lib/data/source.ts';
import { updateUser } from '#lib/data/users.ts';
import { freshDatabase } from '#tests/factories/database.ts';
import { makeCourse, makePerson } from '#tests/factories/people.ts';
import { isStaff, isStudent } from './actors.ts';
import { sessionCookie, startSession } from './cookie.ts';
import { PATH_HEADER } from './next-path.ts';
import {
  currentMember,
  memberFor,
  requireAdmin,
  requireMember,
  requireStaff,
  requireStudent,
} from './session.ts';

/** The request's cookies and headers stand in for Next's; everything behind them is real. */
const jar = new Map<string, { value: string; httpOnly?: boolean; sameSite?: string; secure?: boolean }>();
let path: string | null = null;
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    set: (name: string, value: string, options: object) => jar.set(name, { value, ...options }),
  }),
  headers: async () => new Headers(path === null ? {} : { [PATH_HEADER]: path }),
}));
vi.mock('next/navigation', () => {
  const leave = (what: string) => {
    throw new Error(what);
  };
  return { redirect: (to: string) => leave(`redirect ${to}`), forbidden: () => leave('forbidden') };
});

const SECRET = '0123456789abcdef0123456789abcdef';
process.env['NEXTAUTH_SECRET'] = SECRET;

beforeEach(() => {
  freshDatabase();
  jar.clear();
  path = null;
});

const enter = (member: Member) => startSession({ id: member.userId, sessionVersion: 1 });

test('a session makes its person, with the courses of the moment', async () => {
  const course = makeCourse();
  const student = makePerson('student', { courses: [course] });
  await enter(student);
  expect(await currentMember()).toEqual(student);
});

test('an administrator belongs to every course', async () => {
  const courses = [makeCourse('AAAA2222'), makeCourse('BBBB3333')];
  await enter(makePerson('admin'));
  expect((await currentMember())?.courses.toSorted()).toEqual(courses.toSorted());
});

test('the cookie cannot be read by scripts, does not travel with requests of other sites, and is Secure behind https', async () => {
  await enter(makePerson('student'));
  expect(jar.get('next-auth.session-token')).toMatchObject({
    httpOnly: true,
    sameSite: 'lax',
    secure: false,
  });
  process.env['DERIN_URL'] = 'https://derin.example.org';
  expect(sessionCookie()).toMatchObject({
    name: '__Secure-next-auth.session-token',
    options: { secure: true },
  });
  delete process.env['DERIN_URL'];
});

const ENDED: [string, (member: Member) => unknown][] = [
  ['a changed password', (member) => updateUser(member.userId, { sessionVersion: 2 })],
  [
    'a disabled account',
    (member) => database().update(users).set({ disabledAt: now() }).where(eq(users.id, member.userId)).run(),
  ],
  ['a deleted account', (member) => database().delete(users).where(eq(users.id, member.userId)).run()],
  ['no cookie', () => jar.clear()],
  ['a damaged cookie', () => jar.set('next-auth.session-token', { value: 'rubbish' })],
  [
    'a cookie sealed with another secret',
    async (member) =>
      jar.set('next-auth.session-token', {
        value: await encode({ token: { sub: member.userId, sessionVersion: 1 }, secret: 'x'.repeat(32) }),
      }),
  ],
  [
    'a cookie past its time',
    async (member) =>
      jar.set('next-auth.session-token', {
        value: await encode({
          token: { sub: member.userId, sessionVersion: 1 },
          secret: SECRET,
          maxAge: -60,
        }),
      }),
  ],
  [
    'a cookie without a person',
    async () =>
      jar.set('next-auth.session-token', {
        value: await encode({ token: { sub: 'usr_1', sessionVersion: 1 }, secret: SECRET }),
      }),
  ],
];

test.each(ENDED)('%s ends a session', async (_, end) => {
  const student = makePerson('student');
  await enter(student);
  await end(student);
  expect(await currentMember()).toBeNull();
});

test('a stranger is sent to the log-in page, which leads back', async () => {
  path = '/practice?topic=tensors';
  for (const require of [requireMember, requireStudent, requireStaff, requireAdmin])
    await expect(require()).rejects.toThrow('redirect /login?next=%2Fpractice%3Ftopic%3Dtensors');
});

const DOORS = { student: requireStudent, staff: requireStaff, admin: requireAdmin };
test.each([
  ['student', ['student']],
  ['instructor', ['staff']],
  ['admin', ['staff', 'admin']],
] as const)('%s passes %j and is forbidden the rest', async (role, open) => {
  const member = makePerson(role);
  await enter(member);
  for (const [door, require] of Object.entries(DOORS)) {
    if ((open as readonly string[]).includes(door)) expect((await require()).userId).toBe(member.userId);
    else await expect(require()).rejects.toThrow('forbidden');
  }
});

const request = (method: string, site?: string) =>
  new Request('http://localhost/api/x', { method, headers: site ? { 'sec-fetch-site': site } : {} });

test('a route handler refuses nobody, the wrong role and other sites, each by its own code', async () => {
  const answer = async (method: string, site?: string) => {
    const given = await memberFor(request(method, site), isStudent);
    return given instanceof Response ? [given.status, await given.json()] : given.role;
  };
  expect(await answer('PUT', 'same-origin')).toEqual([401, { code: 'common.notLoggedIn' }]);
  await enter(makePerson('student'));
  expect(await answer('PUT', 'same-origin')).toBe('student');
  expect(await answer('PUT')).toBe('student');
  for (const site of ['cross-site', 'same-site'])
    expect(await answer('PUT', site)).toEqual([403, { code: 'common.foreignSite' }]);
  expect(await memberFor(request('GET'), isStaff).then((r) => r instanceof Response && r.status)).toBe(403);
});
