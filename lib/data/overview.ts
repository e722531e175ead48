import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import { attempts, jobs, users } from '#drizzle/schema/index.ts';
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
