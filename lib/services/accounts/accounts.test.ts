import { beforeEach, expect, test } from 'vitest';
import { auditLog } from '#drizzle/schema/index.ts';
import { operator } from '#lib/auth/actors.ts';
import { verifyPassword } from '#lib/auth/password.ts';
import type { Actor, Admin } from '#lib/core/actors.ts';
import { selectCourseIds } from '#lib/data/courses.ts';
import { database } from '#lib/data/database.ts';
import { selectUser, selectUserByEmail } from '#lib/data/users.ts';
import { freshDatabase } from '#tests/factories/database.ts';
import { makeCourse, makePerson } from '#tests/factories/people.ts';
import { createUser, createUserSchema, resetPassword } from './accounts.ts';

const NEW = { name: 'Yeni Kişi', email: 'Yeni@Example.org', role: 'student', lang: 'tr' } as const;
const REFUSED = { ok: false, error: { code: 'common.notAllowed' } };
let admin: Admin;

beforeEach(() => {
  freshDatabase();
  admin = makePerson('admin', { name: 'Yönetici' });
});

/** The type already refuses these actors; this is what happens to a caller that got past it. */
const past = (actor: Actor) => actor as Admin;

test.each(['student', 'instructor'] as const)(
  '%s may not add or reset accounts, and nothing changes',
  async (role) => {
    const actor = past(makePerson(role, { email: 'own@example.org' }));
    expect(await createUser(actor, NEW)).toEqual(REFUSED);
    expect(await resetPassword(actor, 'own@example.org')).toEqual(REFUSED);
    expect(selectUserByEmail('yeni@example.org')).toBeUndefined();
    expect(selectUser(actor.userId)).toMatchObject({ passwordHash: 'unusable', sessionVersion: 1 });
  },
);

test('an added account can log in with the password told once, and is in the course', async () => {
  const course = makeCourse();
  for (const [actor, email] of [
    [admin, 'a@example.org'],
    [operator(), 'b@example.org'],
  ] as const) {
    const made = await createUser(actor, { ...NEW, email });
    if (!made.ok) throw new Error(made.error.code);
    expect(await verifyPassword(selectUserByEmail(email)!.passwordHash, made.value.password)).toBe(true);
    expect(selectCourseIds(made.value.id)).toEqual([course]);
  }
  expect(
    database()
      .select()
      .from(auditLog)
      .all()
      .map((line) => [line.action, line.actorId]),
  ).toEqual([
    ['account.created', admin.userId],
    ['account.created', null],
  ]);
});

test('one address has one account, however it is cased', async () => {
  expect((await createUser(admin, NEW)).ok).toBe(true);
  expect(await createUser(admin, { ...NEW, email: 'YENI@example.ORG' })).toEqual({
    ok: false,
    error: { code: 'account.emailTaken' },
  });
});

test('a reset password replaces the old one and ends the sessions', async () => {
  const made = await createUser(admin, NEW);
  const reset = await resetPassword(admin, 'yeni@example.org');
  if (!made.ok || !reset.ok) throw new Error('refused');
  const user = selectUser(made.value.id)!;
  expect([
    await verifyPassword(user.passwordHash, made.value.password),
    await verifyPassword(user.passwordHash, reset.value.password),
  ]).toEqual([false, true]);
  expect(user.sessionVersion).toBe(2);
  expect(await resetPassword(admin, 'nobody@example.org')).toEqual({
    ok: false,
    error: { code: 'account.unknownEmail', values: { email: 'nobody@example.org' } },
  });
});

test.each([
  ['an empty name', { name: ' ' }],
  ['no address', { email: 'nobody' }],
  ['an unknown role', { role: 'operator' }],
  ['an unknown language', { lang: 'de' }],
  ['more than is asked for', { passwordHash: 'x' }],
])('%s makes no account', (_, change) =>
  expect(createUserSchema.safeParse({ ...NEW, ...change }).success).toBe(false),
);
