import 'server-only';
import { and, asc, desc, eq } from 'drizzle-orm';
import { assignments, attempts, jobs, submissions, users } from '#drizzle/schema/index.ts';
import type { CourseId, SubmissionId, UserId } from '#lib/core/ids.ts';
import { database } from './database.ts';

/** What a list of sittings shows. Drills belong to no exam and are the student's own affair. */
const listed = { id: attempts.id, examId: attempts.examId, userId: attempts.userId, number: attempts.number, state: attempts.state, startedAt: attempts.startedAt, handedInAt: attempts.handedInAt, handedInBy: attempts.handedInBy, score: attempts.score, scoreMax: attempts.scoreMax, name: users.name, email: users.email };

/** Everybody's sittings in a course, newest first. */
export const selectCourseAttempts = (courseId: CourseId) =>
  database().select(listed).from(attempts).innerJoin(users, eq(users.id, attempts.userId)).where(eq(attempts.courseId, courseId)).orderBy(desc(attempts.startedAt), desc(attempts.id)).all();
export type CourseAttempt = ReturnType<typeof selectCourseAttempts>[number];

export const selectCourseAttemptsOf = (courseId: CourseId, userId: UserId): CourseAttempt[] =>
  database().select(listed).from(attempts).innerJoin(users, eq(users.id, attempts.userId)).where(and(eq(attempts.courseId, courseId), eq(attempts.userId, userId))).orderBy(desc(attempts.startedAt), desc(attempts.id)).all();

/** Why grading a submission failed, for the staff; null when it did not. */
export const selectIncident = (submissionId: SubmissionId): string | null => database().select({ incident: jobs.lastIncident }).from(jobs).where(eq(jobs.submissionId, submissionId)).get()?.incident ?? null;

/** Submissions of a course that we failed to grade, the oldest first: the dead letters of the queue. */
export const selectFailed = (courseId: CourseId) =>
  database().select({ id: submissions.id, name: users.name, task: assignments.task, version: assignments.version, at: submissions.createdAt, incident: jobs.lastIncident }).from(jobs)
    .innerJoin(submissions, eq(submissions.id, jobs.submissionId)).innerJoin(users, eq(users.id, submissions.userId)).innerJoin(assignments, eq(assignments.id, submissions.assignmentId))
    .where(and(eq(submissions.courseId, courseId), eq(jobs.state, 'dead'))).orderBy(asc(submissions.createdAt), asc(submissions.id)).all();
