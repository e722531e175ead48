import 'server-only';
import { z } from 'zod';
import type { Role } from '#lib/core/actors.ts';
import { foldEmail } from '#lib/core/email.ts';
import type { UserId } from '#lib/core/ids.ts';
import type { Lang } from '#lib/core/lang.ts';
import { fold } from '#lib/core/text/fold.ts';
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from '#lib/auth/password.ts';
import { insertEnrolment, selectFirstCourse } from '#lib/data/courses.ts';
import { newId, now } from '#lib/data/source.ts';
import { insertUser } from '#lib/data/users.ts';

export const nameSchema = z.string().trim().min(2).max(100);
export const passwordSchema = z.string().min(PASSWORD_LENGTH_MIN).max(PASSWORD_LENGTH_MAX);

type NewUser = { name: string; email: string; passwordHash: string; role: Role; lang: Lang };

/** Writes a new account. The caller has authorised it and made sure, in the same transaction, that the e-mail is free. */
export function addUser({ name, email, ...rest }: NewUser): UserId {
  const id = newId('user');
  insertUser({
    ...rest,
    id,
    name,
    nameFolded: fold(name),
    email: email.trim(),
    emailFolded: foldEmail(email),
    createdAt: now(),
  });
  return id;
}

/** Whoever is given an account without a course code belongs to the installation's first course; nothing happens while there is none. */
export function joinFirstCourse(userId: UserId): void {
  const course = selectFirstCourse();
  if (course) insertEnrolment({ courseId: course.id, userId, createdAt: now() });
}
