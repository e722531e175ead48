import { beforeEach, expect, test } from 'vitest';
import { verifyPassword } from '#lib/auth/password.ts';
import { selectCourseByCode, selectMembers } from '#lib/data/courses.ts';
import { selectUserByEmail, selectUsers } from '#lib/data/users.ts';
import { freshDatabase } from '#tests/factories/database.ts';
import { ensureFirstCourse } from './seed.ts';

beforeEach(() => void freshDatabase());

test('the first start makes a course with its people, whose passwords it tells', async () => {
  const told = (await ensureFirstCourse())!;
  expect(told.map((account) => account.role)).toEqual([
    'admin',
    'instructor',
    'student',
    'student',
    'joinCode',
  ]);
  for (const { email, password } of told.slice(0, 4))
    expect(await verifyPassword(selectUserByEmail(email)!.passwordHash, password)).toBe(true);
  expect(new Set(told.map((account) => account.password)).size).toBe(5);
  const course = selectCourseByCode(told[4]!.password)!;
  expect(course).toMatchObject({
    titleTr: 'Derin Öğrenmeye Giriş',
    titleEn: 'Introduction to Deep Learning',
    term: '2026-guz',
  });
  expect(
    selectMembers(course.id)
      .map((user) => user.role)
      .toSorted(),
  ).toEqual(['instructor', 'student', 'student']);
});

test('a later start changes nothing and tells nothing', async () => {
  await ensureFirstCourse();
  const before = selectUsers();
  expect(await ensureFirstCourse()).toBeNull();
  expect(selectUsers()).toEqual(before);
});
