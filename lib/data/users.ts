import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import { courses, enrolments, users } from '#drizzle/schema/index.ts';
import type { CourseId, UserId } from '#lib/core/ids.ts';
import { database } from './database.ts';

export type UserRow = typeof users.$inferSelect;
export type CourseRow = typeof courses.$inferSelect;

export const selectUserByEmail = (emailFolded: string): UserRow | undefined => database().select().from(users).where(eq(users.emailFolded, emailFolded)).get();

export const selectUser = (id: UserId): UserRow | undefined => database().select().from(users).where(eq(users.id, id)).get();

export const selectUsers = (): UserRow[] => database().select().from(users).orderBy(asc(users.nameFolded)).all();

export const insertUser = (row: typeof users.$inferInsert) => database().insert(users).values(row).run();

export const updateUser = (id: UserId, change: Partial<Pick<UserRow, 'passwordHash' | 'sessionVersion' | 'lang' | 'name' | 'nameFolded'>>) =>
  database().update(users).set(change).where(eq(users.id, id)).run();

export const selectCourseIds = (userId: UserId): CourseId[] =>
  database().select({ id: enrolments.courseId }).from(enrolments).where(eq(enrolments.userId, userId)).all().map((row) => row.id);

export const selectCourseByCode = (joinCode: string): CourseRow | undefined => database().select().from(courses).where(eq(courses.joinCode, joinCode)).get();

export const selectCourse = (id: CourseId): CourseRow | undefined => database().select().from(courses).where(eq(courses.id, id)).get();

export const selectAnyCourse = (): CourseRow | undefined => database().select().from(courses).limit(1).get();

export const insertCourse = (row: typeof courses.$inferInsert) => database().insert(courses).values(row).run();

export const insertEnrolment = (row: typeof enrolments.$inferInsert) => database().insert(enrolments).values(row).onConflictDoNothing().run();

export const selectMembers = (courseId: CourseId): UserRow[] =>
  database().select({ user: users }).from(enrolments).innerJoin(users, eq(users.id, enrolments.userId)).where(and(eq(enrolments.courseId, courseId))).orderBy(asc(users.nameFolded)).all().map((row) => row.user);
