import 'server-only';
import { and, count, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { assignments, runs, submissionReports, submissions, users } from '#drizzle/schema/index.ts';
import type { SubmissionReport } from '#lib/core/assignments/report.ts';
import { readStoredReport } from '#lib/core/assignments/stored-report.ts';
import type { Instant } from '#lib/core/clock.ts';
import type { AssignmentId, CourseId, SubmissionId, UserId } from '#lib/core/ids.ts';
import { database, prepared, preparedSql } from './database.ts';

export type SubmissionRow = typeof submissions.$inferSelect;

const byId = prepared((db) => db.select().from(submissions).where(eq(submissions.id, sql.placeholder('id'))).prepare());
export const selectSubmission = (id: SubmissionId): SubmissionRow | undefined => byId().get({ id });

const ofUser = eq(submissions.userId, sql.placeholder('userId'));

const history = prepared((db) =>
  db.select().from(submissions).where(and(eq(submissions.assignmentId, sql.placeholder('assignmentId')), ofUser)).orderBy(desc(submissions.createdAt), desc(submissions.id)).prepare(),
);
/** One student's submissions to one assignment, newest first. */
export const selectHistory = (assignmentId: AssignmentId, userId: UserId): SubmissionRow[] => history().all({ assignmentId, userId });

const timesSince = prepared((db) =>
  db.select({ at: submissions.createdAt }).from(submissions).where(and(ofUser, gt(submissions.createdAt, sql.placeholder('since')))).prepare(),
);
/** When a student handed in anything after `since`. */
export const selectTimesSince = (userId: UserId, since: Instant): Instant[] => timesSince().all({ userId, since }).map((row) => row.at);

const waiting = prepared((db) => db.select({ n: count() }).from(submissions).where(and(ofUser, inArray(submissions.state, ['queued', 'running']))).prepare());
/** Submissions of a student, to whatever assignment, that wait or run. */
export const countWaiting = (userId: UserId): number => waiting().get({ userId })!.n;

const insertion = preparedSql(`
  insert into submissions (id, course_id, assignment_id, user_id, language, source, source_hash, state, created_at)
  values (:id, :courseId, :assignmentId, :userId, :language, :source, :sourceHash, :state, :createdAt)`);
export const insertSubmission = (row: Omit<SubmissionRow, 'finishedAt' | 'score'>) => insertion().run(row);

const stateChange = preparedSql('update submissions set state = :state where id = :id');
/** For states that are not the last one. */
export const updateState = (id: SubmissionId, state: 'queued' | 'running') => stateChange().run({ id, state });
export const updateSubmission = (id: SubmissionId, change: Partial<SubmissionRow>) => database().update(submissions).set(change).where(eq(submissions.id, id)).run();

export const insertReport = (row: typeof submissionReports.$inferInsert) => database().insert(submissionReports).values(row).run();
/** The text itself: what is no JSON would throw inside the query. */
const STORED = sql<string>`${submissionReports.report}`;
const newestReport = prepared((db) =>
  db.select({ stored: STORED }).from(submissionReports).where(eq(submissionReports.submissionId, sql.placeholder('submissionId'))).orderBy(desc(submissionReports.createdAt)).limit(1).prepare(),
);
/** The report that counts: the newest; undefined where there is none, or none that can be read. */
export function selectReport(submissionId: SubmissionId): { report: SubmissionReport } | undefined {
  const row = newestReport().get({ submissionId });
  const report = row && readStoredReport(row.stored);
  return report ? { report } : undefined;
}

export const insertRun = (row: typeof runs.$inferInsert) => database().insert(runs).values(row).run();

/** What a list of submissions shows: everything but the source. */
const LISTED = { id: submissions.id, assignmentId: submissions.assignmentId, userId: submissions.userId, language: submissions.language, state: submissions.state, createdAt: submissions.createdAt, finishedAt: submissions.finishedAt, score: submissions.score };

/** Everybody's submissions of a course, newest first, with the names an instructor needs. */
export const selectCourseSubmissions = (courseId: CourseId) =>
  database().select({ ...LISTED, name: users.name, email: users.email, task: assignments.task, version: assignments.version }).from(submissions)
    .innerJoin(users, eq(users.id, submissions.userId)).innerJoin(assignments, eq(assignments.id, submissions.assignmentId))
    .where(eq(submissions.courseId, courseId)).orderBy(desc(submissions.createdAt), desc(submissions.id)).all();
export type CourseSubmission = ReturnType<typeof selectCourseSubmissions>[number];
