import { memberOf } from '#lib/auth/actors.ts';
import type { Admin, Instructor, Member, Role, Student } from '#lib/core/actors.ts';
import type { CourseId } from '#lib/core/ids.ts';
import { fold } from '#lib/core/text/fold.ts';
import { insertCourse, insertEnrolment } from '#lib/data/courses.ts';
import { newId, now } from '#lib/data/source.ts';
import { insertUser, selectUser } from '#lib/data/users.ts';

/** A course in the database. */
export function makeCourse(joinCode = 'ABCD2345', term = '2026-guz'): CourseId {
  const id = newId('course');
  insertCourse({
    id,
    titleTr: 'Ders',
    titleEn: 'Course',
    term,
    joinCode,
    timeZone: 'Europe/Istanbul',
    createdAt: now(),
  });
  return id;
}

type Made = { student: Student; instructor: Instructor; admin: Admin };
type Given = { name?: string; email?: string; passwordHash?: string; courses?: CourseId[] };

/** A person in the database, enrolled in `courses`, as the actor that a session would make. */
export function makePerson<R extends Role>(role: R, given: Given = {}): Made[R] {
  const { name = 'Ada Işık', courses = [], passwordHash = 'unusable' } = given;
  const id = newId('user');
  const email = given.email ?? `${id}@example.org`;
  insertUser({
    id,
    email,
    emailFolded: email,
    name,
    nameFolded: fold(name),
    passwordHash,
    role,
    lang: 'tr',
    createdAt: now(),
  });
  // Administrators see every course without a row.
  if (role !== 'admin')
    for (const courseId of courses) insertEnrolment({ courseId, userId: id, createdAt: now() });
  return memberOf(selectUser(id)!, courses) as Member as Made[R];
}
