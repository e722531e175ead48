import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CourseId, ExamId } from '#lib/core/ids.ts';
import { courses } from './courses.ts';
import { instantColumn, jsonColumn } from './columns.ts';

/** A blueprint offered to a course with a window and rules. */
export const exams = sqliteTable(
  'exams',
  {
    id: text('id').$type<ExamId>().primaryKey(),
    courseId: text('course_id').$type<CourseId>().notNull().references(() => courses.id),
    kind: text('kind').$type<'practice' | 'exam'>().notNull(),
    /** Id in `question-bank/exams/`. */
    blueprint: text('blueprint').notNull(),
    blueprintVersion: integer('blueprint_version').notNull(),
    /** The blueprint as published, parsed by its schema when read. */
    content: jsonColumn<unknown>('content').notNull(),
    /** Null: open from the beginning. */
    opensAt: instantColumn('opens_at'),
    /** Null: never closes. */
    closesAt: instantColumn('closes_at'),
    durationSeconds: integer('duration_seconds').notNull(),
    /** Null: as often as one likes. */
    attemptsMax: integer('attempts_max'),
    /** Null: offered. A withdrawn exam can be read but not started. */
    withdrawnAt: instantColumn('withdrawn_at'),
    createdAt: instantColumn('created_at').notNull(),
  },
  (t) => [
    /** What a course offers. */
    index('exams_course').on(t.courseId),
  ],
);
