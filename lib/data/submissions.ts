import 'server-only';
import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import { assignmentVersions, assignments, jobs, runs, submissionEvents, submissionReports, submissions, users } from '#drizzle/schema/index.ts';
import type { AssignmentId, CourseId, SubmissionId, UserId } from '#lib/core/ids.ts';
import { database } from './database.ts';

export type SubmissionRow = typeof submissions.$inferSelect;

/** An assignment offered to a course, with the published task it offers. */
export const selectAssignments = (courseId: CourseId) =>
  database().select({ offer: assignments, task: assignmentVersions.content }).from(assignments)
    .innerJoin(assignmentVersions, and(eq(assignmentVersions.task, assignments.task), eq(assignmentVersions.version, assignments.version)))
    .where(eq(assignments.courseId, courseId)).orderBy(asc(assignments.task)).all();

export const selectAssignment = (id: AssignmentId) =>
  database().select({ offer: assignments, task: assignmentVersions.content }).from(assignments)
    .innerJoin(assignmentVersions, and(eq(assignmentVersions.task, assignments.task), eq(assignmentVersions.version, assignments.version)))
    .where(eq(assignments.id, id)).get();

export const selectSubmission = (id: SubmissionId): SubmissionRow | undefined => database().select().from(submissions).where(eq(submissions.id, id)).get();

export const selectHistory = (assignmentId: AssignmentId, userId: UserId): SubmissionRow[] =>
  database().select().from(submissions).where(and(eq(submissions.assignmentId, assignmentId), eq(submissions.userId, userId))).orderBy(desc(submissions.createdAt)).all();

export const insertSubmission = (row: typeof submissions.$inferInsert) => database().insert(submissions).values(row).run();
export const updateSubmission = (id: SubmissionId, change: Partial<SubmissionRow>) => database().update(submissions).set(change).where(eq(submissions.id, id)).run();

export const insertReport = (row: typeof submissionReports.$inferInsert) => database().insert(submissionReports).values(row).run();
/** The report that counts: the newest. */
export const selectReport = (submissionId: SubmissionId) =>
  database().select().from(submissionReports).where(eq(submissionReports.submissionId, submissionId)).orderBy(desc(submissionReports.createdAt)).limit(1).get();

export const insertRun = (row: typeof runs.$inferInsert) => database().insert(runs).values(row).run();

export const insertEvent = (row: typeof submissionEvents.$inferInsert) => database().insert(submissionEvents).values(row).run();
export const deleteEvents = (submissionId: SubmissionId) => database().delete(submissionEvents).where(eq(submissionEvents.submissionId, submissionId)).run();
export const selectEventsAfter = (submissionId: SubmissionId, sequence: number) =>
  database().select().from(submissionEvents).where(and(eq(submissionEvents.submissionId, submissionId), gt(submissionEvents.sequence, sequence))).orderBy(asc(submissionEvents.sequence)).all();

/** Everybody's submissions of a course, newest first, with the names an instructor needs. */
export const selectCourseSubmissions = (courseId: CourseId) =>
  database().select({ submission: submissions, name: users.name, email: users.email, task: assignments.task }).from(submissions)
    .innerJoin(users, eq(users.id, submissions.userId)).innerJoin(assignments, eq(assignments.id, submissions.assignmentId))
    .where(eq(submissions.courseId, courseId)).orderBy(desc(submissions.createdAt)).all();

/** How many jobs stand before this one in the queue. */
export const countBefore = (submissionId: SubmissionId): number =>
  database().get<{ n: number }>(sql`select count(*) as n from ${jobs} other join ${jobs} own on own.submission_id = ${submissionId} where other.state = 'queued' and (other.priority > own.priority or (other.priority = own.priority and other.created_at < own.created_at))`)?.n ?? 0;
