import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { SubmissionReport } from '#lib/core/assignments/report.ts';
import type { AssignmentId, CourseId, JobId, ReportId, RunId, SubmissionId, UserId } from '#lib/core/ids.ts';
import { assignments } from './assignments.ts';
import { courses } from './courses.ts';
import { instantColumn, jsonColumn } from './columns.ts';
import { users } from './users.ts';

/** Handed-in work; the source never changes, only the state moves on: queued → running → graded | cancelled | failed. */
export const submissions = sqliteTable(
  'submissions',
  {
    id: text('id').$type<SubmissionId>().primaryKey(),
    courseId: text('course_id').$type<CourseId>().notNull().references(() => courses.id),
    assignmentId: text('assignment_id').$type<AssignmentId>().notNull().references(() => assignments.id),
    userId: text('user_id').$type<UserId>().notNull().references(() => users.id),
    language: text('language').$type<'tfjs' | 'keras'>().notNull(),
    source: text('source').notNull(),
    /** SHA-256 of the source, hex: a double click finds the submission it already made. */
    sourceHash: text('source_hash').notNull(),
    /** `failed`: the grader failed for good (our fault); no score, an instructor sees it. */
    state: text('state').$type<'queued' | 'running' | 'graded' | 'cancelled' | 'failed'>().notNull(),
    createdAt: instantColumn('created_at').notNull(),
    finishedAt: instantColumn('finished_at'),
    /** Whole points of 100 times 100 (hundredths); null until graded. */
    score: integer('score'),
  },
  (t) => [
    /** A student's history of one assignment, newest first. */
    index('submissions_history').on(t.assignmentId, t.userId, t.createdAt),
    /** How much a student handed in lately. */
    index('submissions_user').on(t.userId, t.createdAt),
    /** The instructor's overview. */
    index('submissions_course').on(t.courseId, t.createdAt),
  ],
);

/** One training of a submission with one seed. */
export const runs = sqliteTable(
  'runs',
  {
    id: text('id').$type<RunId>().primaryKey(),
    submissionId: text('submission_id').$type<SubmissionId>().notNull().references(() => submissions.id),
    seed: integer('seed').notNull(),
    engine: text('engine').notNull(),
    /** The metric on hidden data; null when it could not be computed. */
    metric: real('metric'),
    trainMs: integer('train_ms').notNull(),
    params: integer('params'),
    createdAt: instantColumn('created_at').notNull(),
  },
  (t) => [index('runs_submission').on(t.submissionId)],
);

/** What a judge said about one submission. The newest row counts; a regrade adds a row. */
export const submissionReports = sqliteTable(
  'submission_reports',
  {
    id: text('id').$type<ReportId>().primaryKey(),
    submissionId: text('submission_id').$type<SubmissionId>().notNull().references(() => submissions.id),
    report: jsonColumn<SubmissionReport>('report').notNull(),
    createdAt: instantColumn('created_at').notNull(),
  },
  (t) => [index('submission_reports_submission').on(t.submissionId, t.createdAt)],
);

/** Live progress of a submission: what the page replays after a reload and follows while it runs. */
export const submissionEvents = sqliteTable(
  'submission_events',
  {
    submissionId: text('submission_id').$type<SubmissionId>().notNull().references(() => submissions.id),
    /** 1, 2, 3 … within a submission: the id of the server-sent event. */
    sequence: integer('sequence').notNull(),
    event: jsonColumn<unknown>('event').notNull(),
    at: instantColumn('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.sequence] })],
);

/** Work for the worker, leased: a job whose lease ran out is taken again, so a killed worker loses nothing. */
export const jobs = sqliteTable(
  'jobs',
  {
    id: text('id').$type<JobId>().primaryKey(),
    kind: text('kind').$type<'grade'>().notNull(),
    submissionId: text('submission_id').$type<SubmissionId>().notNull().references(() => submissions.id),
    userId: text('user_id').$type<UserId>().notNull().references(() => users.id),
    state: text('state').$type<'queued' | 'leased' | 'done' | 'dead'>().notNull(),
    /** Higher first: an exam's submission goes before practice. */
    priority: integer('priority').notNull(),
    /** Turn among jobs of this priority; fairness between people (`lib/core/queue.ts`). */
    round: integer('round').notNull().default(0),
    /** How often it was taken. */
    tries: integer('tries').notNull(),
    leaseToken: text('lease_token'),
    leaseUntil: instantColumn('lease_until'),
    /** Not before: a failed try waits a while. */
    runAfter: instantColumn('run_after').notNull(),
    cancelRequested: integer('cancel_requested', { mode: 'boolean' }).notNull(),
    /** Why the last try failed; for the operator, never shown to students. */
    lastIncident: text('last_incident'),
    createdAt: instantColumn('created_at').notNull(),
  },
  (t) => [
    /** Claiming the next job. */
    index('jobs_next').on(t.state, t.priority, t.round, t.createdAt),
    /** The last round of a user, when another job is queued. */
    index('jobs_user').on(t.userId, t.priority, t.round),
    /** The latest round that was begun, when another job is queued. */
    index('jobs_begun').on(t.priority, t.round).where(sql`tries > 0`),
    index('jobs_submission').on(t.submissionId),
  ],
);
