import { beforeEach, expect, test } from 'vitest';
import { verifyPassword } from '#lib/auth/password.ts';
import type { CourseId } from '#lib/core/ids.ts';
import { selectCourseIds } from '#lib/data/courses.ts';
import { selectUser, selectUserByEmail } from '#lib/data/users.ts';
import { freshDatabase } from '#tests/factories/database.ts';
import { makeCourse, makePerson } from '#tests/factories/people.ts';
import { signUp, signUpSchema } from './sign-up.ts';

const FORM = {
  name: ' Işıl Çağ ',
  email: 'Isil@Example.org',
  password: 'uzun bir parola',
  joinCode: 'abcd2345',
  lang: 'en',
};
let course: CourseId;

beforeEach(() => {
  freshDatabase();
  course = makeCourse('ABCD2345');
});

test('the join code makes a student of its course, and never more than a student', async () => {
  const made = await signUp(signUpSchema.parse(FORM));
  if (!made.ok) throw new Error(made.error.code);
  const user = selectUser(made.value)!;
  expect(user).toMatchObject({
    name: 'Işıl Çağ',
    nameFolded: 'isil cag',
    emailFolded: 'isil@example.org',
    role: 'student',
    lang: 'en',
  });
  expect(await verifyPassword(user.passwordHash, FORM.password)).toBe(true);
  expect(selectCourseIds(user.id)).toEqual([course]);
});

test('without the code of a course there is no account, and no word on who has one', async () => {
  makePerson('student', { email: 'isil@example.org' });
  expect(await signUp(signUpSchema.parse({ ...FORM, joinCode: 'WRONG222' }))).toEqual({
    ok: false,
    error: { code: 'account.unknownJoinCode' },
  });
  expect(
    await signUp(signUpSchema.parse({ ...FORM, email: 'new@example.org', joinCode: 'WRONG222' })),
  ).toEqual({ ok: false, error: { code: 'account.unknownJoinCode' } });
  expect(selectUserByEmail('new@example.org')).toBeUndefined();
});

test('two sign-ups at once with one address make one account', async () => {
  const outcomes = await Promise.all([
    signUp(signUpSchema.parse(FORM)),
    signUp(signUpSchema.parse({ ...FORM, email: 'ISIL@example.org' })),
  ]);
  expect(outcomes.filter((o) => o.ok)).toHaveLength(1);
  expect(outcomes.find((o) => !o.ok)).toEqual({ ok: false, error: { code: 'account.emailTaken' } });
});

test.each([
  ['name', { name: 'A' }],
  ['name', { name: 'a'.repeat(101) }],
  ['email', { email: 'isil@' }],
  ['password', { password: 'kisaparol' }],
  ['password', { password: 'a'.repeat(201) }],
  ['joinCode', { joinCode: ' ' }],
])('the form names the field that is wrong: %s', (field, change) => {
  expect(signUpSchema.safeParse({ ...FORM, ...change }).error?.issues.map((issue) => issue.path[0])).toEqual([
    field,
  ]);
});

test('a role in the form is refused', () =>
  expect(signUpSchema.safeParse({ ...FORM, role: 'admin' }).success).toBe(false));
