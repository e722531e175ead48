import { index, integer, primaryKey, sqliteTable, text, uniqueIndex, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { AttemptId, CourseId, ExamId, ReportId, UserId, VariantId } from '#lib/core/ids.ts';
import type { Answer } from '#lib/core/questions/answer.ts';
import type { Variant } from '#lib/core/questions/variant.ts';
import type { GradeReport } from '#lib/core/reports.ts';
import type { Score } from '#lib/core/score.ts';
import { courses } from './courses.ts';
import { instantColumn, jsonColumn } from './columns.ts';
import { exams } from './exams.ts';
import { users } from './users.ts';

/** One student's sitting: open → handedIn. */
export const attempts = sqliteTable(
  'attempts',
  {
    id: text('id').$type<AttemptId>().primaryKey(),
    courseId: text('course_id').$type<CourseId>().notNull().references(() => courses.id),
    /** Null: a drill ("try a similar one"), which belongs to no exam and has no clock. */
    examId: text('exam_id').$type<ExamId>().references(() => exams.id),
    userId: text('user_id').$type<UserId>().notNull().references(() => users.id),
    /** The answered question that a drill repeats; null: not a drill (or one from before this column). */
    drillOf: text('drill_of').$type<VariantId>().references((): AnySQLiteColumn => variants.id),
    /** 1 for the first sitting of this exam by this student, or for the first drill of this question. */
    number: integer('number').notNull(),
    /** What the paper was assembled from. */
    seed: integer('seed').notNull(),
    state: text('state').$type<'open' | 'handedIn'>().notNull(),
    startedAt: instantColumn('started_at').notNull(),
    /** Null: no clock. The server hands in what is saved when it passes. */
    dueAt: instantColumn('due_at'),
    handedInAt: instantColumn('handed_in_at'),
    /** Who handed in: the student, or the clock. Null while open. */
    handedInBy: text('handed_in_by').$type<'student' | 'clock'>(),
    /** Hundredths of a point; null until handed in. */
    score: integer('score').$type<Score>(),
    scoreMax: integer('score_max').$type<Score>().notNull(),
  },
  (t) => [
    /** A second click on "start" finds the first sitting instead of making another. */
    uniqueIndex('attempts_sitting').on(t.examId, t.userId, t.number),
    /** A second click on "try a similar one" finds the first drill. */
    uniqueIndex('attempts_drill').on(t.drillOf, t.number),
    /** A student's own list. */
    index('attempts_user').on(t.userId, t.startedAt),
    /** The instructor's overview. */
    index('attempts_course').on(t.courseId, t.startedAt),
    /** Papers whose clock has run out. */
    index('attempts_due').on(t.state, t.dueAt),
  ],
);

/** The questions of a paper, made concrete: a regrade reads this row, never the seed. */
export const variants = sqliteTable(
  'variants',
  {
    id: text('id').$type<VariantId>().primaryKey(),
    attemptId: text('attempt_id').$type<AttemptId>().notNull().references(() => attempts.id),
    /** 1-based place on the paper. */
    position: integer('position').notNull(),
    question: text('question').notNull(),
    version: integer('version').notNull(),
    content: jsonColumn<Variant>('content').notNull(),
    pointsMax: integer('points_max').$type<Score>().notNull(),
  },
  (t) => [
    uniqueIndex('variants_place').on(t.attemptId, t.position),
    /** Which questions a student has met before. */
    index('variants_question').on(t.question),
  ],
);

/** What the student has saved for one variant; replaced on every change. */
export const responses = sqliteTable('responses', {
  variantId: text('variant_id').$type<VariantId>().primaryKey().references(() => variants.id),
  /** Null: flagged without an answer, or the answer was cleared. */
  answer: jsonColumn<Answer>('answer'),
  flagged: integer('flagged', { mode: 'boolean' }).notNull(),
  /** Numbers the saves, each one more than the last its tab knew of: a late save and a stale tab never overwrite a newer one. */
  sequence: integer('sequence').notNull(),
  savedAt: instantColumn('saved_at').notNull(),
});

/** What a judge said about one variant. The newest row counts; a regrade adds a row. */
export const variantReports = sqliteTable(
  'variant_reports',
  {
    id: text('id').$type<ReportId>().primaryKey(),
    variantId: text('variant_id').$type<VariantId>().notNull().references(() => variants.id),
    report: jsonColumn<GradeReport>('report').notNull(),
    score: integer('score').$type<Score>().notNull(),
    createdAt: instantColumn('created_at').notNull(),
  },
  (t) => [index('variant_reports_variant').on(t.variantId, t.createdAt)],
);

/** Papers a student was given lately, for "least recently used": one row per question met. */
export const questionUses = sqliteTable(
  'question_uses',
  {
    userId: text('user_id').$type<UserId>().notNull().references(() => users.id),
    question: text('question').notNull(),
    usedAt: instantColumn('used_at').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.question] })],
);
