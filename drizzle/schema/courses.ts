import { index, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { CourseId, UserId } from '#lib/core/ids.ts';
import { instantColumn } from './columns.ts';
import { users } from './users.ts';

export const courses = sqliteTable(
  'courses',
  {
    id: text('id').$type<CourseId>().primaryKey(),
    titleTr: text('title_tr').notNull(),
    titleEn: text('title_en').notNull(),
    /** For example "2026-guz": part of what hidden data are derived from. */
    term: text('term').notNull(),
    /** What a student types at sign-up, upper case without look-alikes. */
    joinCode: text('join_code').notNull(),
    /** IANA zone all dates of the course are shown in. */
    timeZone: text('time_zone').notNull(),
    createdAt: instantColumn('created_at').notNull(),
  },
  (t) => [
    /** Sign-up by join code. */
    uniqueIndex('courses_join_code').on(t.joinCode),
  ],
);

/** Membership: students learn in a course, instructors teach it. Administrators need no row. */
export const enrolments = sqliteTable(
  'enrolments',
  {
    courseId: text('course_id').$type<CourseId>().notNull().references(() => courses.id),
    userId: text('user_id').$type<UserId>().notNull().references(() => users.id),
    createdAt: instantColumn('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.courseId, t.userId] }),
    /** The courses of one person, at every request. */
    index('enrolments_user').on(t.userId),
  ],
);
