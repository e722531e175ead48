import 'server-only';
import type { Role } from '#lib/core/actors.ts';
import { TERM } from '#lib/core/term.ts';
import { fold } from '#lib/core/text/fold.ts';
import { hashPassword } from '#lib/auth/password.ts';
import { randomCode } from '#lib/auth/random-code.ts';
import { insertCourse, insertEnrolment, selectFirstCourse } from '#lib/data/courses.ts';
import { inTransaction } from '#lib/data/database.ts';
import { newId, now } from '#lib/data/source.ts';
import { insertUser } from '#lib/data/users.ts';

export type FirstAccount = { role: Role | 'joinCode'; email: string; password: string };

const PEOPLE: { role: Role; name: string; email: string }[] = [
  { role: 'admin', name: 'Yönetici', email: 'admin@derin.local' },
  { role: 'instructor', name: 'Öğretim Görevlisi', email: 'ogretmen@derin.local' },
  { role: 'student', name: 'Deniz Öğrenci', email: 'deniz@derin.local' },
  { role: 'student', name: 'Işıl Öğrenci', email: 'isil@derin.local' },
];

/** At the first start: a ready-made course with its people. Returns their passwords this once; null when a course exists already. */
export async function ensureFirstCourse(): Promise<FirstAccount[] | null> {
  if (selectFirstCourse()) return null;
  const people = await Promise.all(PEOPLE.map(async (p) => ({ ...p, password: randomCode(16), hash: '' })));
  for (const p of people) p.hash = await hashPassword(p.password);
  const joinCode = randomCode(8).toUpperCase();
  inTransaction(() => {
    const courseId = newId('course');
    insertCourse({
      id: courseId,
      titleTr: 'Derin Öğrenmeye Giriş',
      titleEn: 'Introduction to Deep Learning',
      term: TERM,
      joinCode,
      timeZone: 'Europe/Istanbul',
      createdAt: now(),
    });
    for (const p of people) {
      const id = newId('user');
      insertUser({
        id,
        email: p.email,
        emailFolded: p.email,
        name: p.name,
        nameFolded: fold(p.name),
        passwordHash: p.hash,
        role: p.role,
        lang: 'tr',
        createdAt: now(),
      });
      if (p.role !== 'admin') insertEnrolment({ courseId, userId: id, createdAt: now() });
    }
  });
  return [
    ...people.map(({ role, email, password }) => ({ role, email, password })),
    { role: 'joinCode', email: '', password: joinCode },
  ];
}
