import { beforeEach, expect, test } from 'vitest';
import type { Actor, Staff } from '#lib/core/actors.ts';
import { operator } from '#lib/auth/actors.ts';
import type { CourseId } from '#lib/core/ids.ts';
import { newId } from '#lib/data/source.ts';
import { freshDatabase } from '#tests/factories/database.ts';
import { makeCourse, makePerson } from '#tests/factories/people.ts';
import { listCourses, listMembers, openCourse } from './courses.ts';

const REFUSED = { ok: false, error: { code: 'common.notAllowed' } };
const NOT_FOUND = { ok: false, error: { code: 'common.notFound' } };
let mine: CourseId;
let others: CourseId;

beforeEach(() => {
  freshDatabase();
  mine = makeCourse('MINE2222');
  others = makeCourse('OTHER333');
});

/** The type already refuses these actors; this is what happens to a caller that got past it. */
const past = (actor: Actor) => actor as Staff;

test('a student sees the courses of their own, without the join code', () => {
  const student = makePerson('student', { courses: [mine] });
  expect(listCourses(student, 'tr')).toEqual([
    { id: mine, title: 'Ders', term: '2026-guz', timeZone: 'Europe/Istanbul' },
  ]);
  expect(listCourses(student, 'en')[0]?.title).toBe('Course');
});

test('a student and the operator may not read members or the join code', () => {
  for (const actor of [past(makePerson('student', { courses: [mine] })), past(operator())]) {
    expect(openCourse(actor, mine, 'tr')).toEqual(REFUSED);
    expect(listMembers(actor, mine)).toEqual(REFUSED);
  }
});

test('an instructor is told of no course that is not theirs', () => {
  const instructor = makePerson('instructor', { courses: [mine] });
  for (const id of [others, newId('course')]) {
    expect(openCourse(instructor, id, 'tr')).toEqual(NOT_FOUND);
    expect(listMembers(instructor, id)).toEqual(NOT_FOUND);
  }
});

test('an instructor reads join code and people of the course, in Turkish order and without a hash', () => {
  const instructor = makePerson('instructor', { name: 'Veli', courses: [mine] });
  for (const name of ['Çağla', 'Cem', 'İrem', 'Işıl']) makePerson('student', { name, courses: [mine] });
  makePerson('student', { name: 'Yabancı', courses: [others] });
  expect(openCourse(instructor, mine, 'tr')).toMatchObject({ ok: true, value: { joinCode: 'MINE2222' } });
  const listed = listMembers(instructor, mine);
  if (!listed.ok) throw new Error(listed.error.code);
  expect(listed.value.map((member) => member.name)).toEqual(['Cem', 'Çağla', 'Işıl', 'İrem', 'Veli']);
  expect(JSON.stringify(listed.value)).not.toContain('unusable');
});
