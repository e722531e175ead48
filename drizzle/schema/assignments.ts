import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Assignment } from '#lib/core/assignments/schema.ts';
import type { AssignmentId, CourseId } from '#lib/core/ids.ts';
import { courses } from './courses.ts';
import { instantColumn, jsonColumn } from './columns.ts';

/** Published coding tasks; a row is never changed. */
export const assignmentVersions = sqliteTable(
  'assignment_versions',
  {
    /** Id in the question bank, for example "a03". */
    task: text('task').notNull(),
    version: integer('version').notNull(),
    hash: text('hash').notNull(),
    content: jsonColumn<Assignment>('content').notNull(),
    publishedAt: instantColumn('published_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.task, t.version] })],
);

/** A coding task offered to a course. */
export const assignments = sqliteTable(
  'assignments',
  {
    id: text('id').$type<AssignmentId>().primaryKey(),
    courseId: text('course_id').$type<CourseId>().notNull().references(() => courses.id),
    task: text('task').notNull(),
    version: integer('version').notNull(),
    opensAt: instantColumn('opens_at'),
    /** Null: no deadline. */
    dueAt: instantColumn('due_at'),
    /** Submissions a student may make; null: unlimited. Ungradable and failed-by-us ones do not count. */
    submissionsMax: integer('submissions_max'),
    /** Of its submissions in the queue: 0 for practice; an exam's go first with more. */
    priority: integer('priority').notNull().default(0),
    withdrawnAt: instantColumn('withdrawn_at'),
    createdAt: instantColumn('created_at').notNull(),
  },
  (t) => [index('assignments_course').on(t.courseId)],
);
