import 'server-only';
import { asc, eq, sql } from 'drizzle-orm';
import { courses, enrolments, users } from '#drizzle/schema/index.ts';
import type { CourseId, UserId } from '#lib/core/ids.ts';
import { database, prepared } from './database.ts';

export type CourseRow = typeof courses.$inferSelect;

const byId = prepared((db) =>
  db
    .select()
    .from(courses)
    .where(eq(courses.id, sql.placeholder('id')))
    .prepare(),
);
export const selectCourse = (id: CourseId): CourseRow | undefined => byId().get({ id });

export const selectCourseByCode = (joinCode: string): CourseRow | undefined =>
  database().select().from(courses).where(eq(courses.joinCode, joinCode)).get();

/** The course of an installation that has one; the oldest where there are several. */
export const selectFirstCourse = (): CourseRow | undefined =>
  database().select().from(courses).orderBy(asc(courses.createdAt)).limit(1).get();

export const selectAllCourseIds = (): CourseId[] =>
  database()
    .select({ id: courses.id })
    .from(courses)
    .orderBy(asc(courses.createdAt))
    .all()
    .map((row) => row.id);

const idsOfUser = prepared((db) =>
  db
    .select({ id: enrolments.courseId })
    .from(enrolments)
    .where(eq(enrolments.userId, sql.placeholder('userId')))
    .orderBy(asc(enrolments.createdAt))
    .prepare(),
);
export const selectCourseIds = (userId: UserId): CourseId[] =>
  idsOfUser()
    .all({ userId })
    .map((row) => row.id);

/** The people enrolled in a course, by folded name. */
export const selectMembers = (courseId: CourseId): (typeof users.$inferSelect)[] =>
  database()
    .select({ user: users })
    .from(enrolments)
    .innerJoin(users, eq(users.id, enrolments.userId))
    .where(eq(enrolments.courseId, courseId))
    .orderBy(asc(users.nameFolded))
    .all()
    .map((row) => row.user);

export const insertCourse = (row: typeof courses.$inferInsert) =>
  database().insert(courses).values(row).run();

export const insertEnrolment = (row: typeof enrolments.$inferInsert) =>
  database().insert(enrolments).values(row).onConflictDoNothing().run();
