import 'server-only';
import { and, asc, eq, sql } from 'drizzle-orm';
import { assignmentVersions, assignments } from '#drizzle/schema/index.ts';
import type { AssignmentId, CourseId } from '#lib/core/ids.ts';
import { database, prepared, type Database } from './database.ts';

/** An offer to a course with the published task it offers. */
export type AssignmentRow = NonNullable<ReturnType<typeof selectAssignment>>;

const offers = (db: Database) =>
  db.select({ offer: assignments, task: assignmentVersions.content }).from(assignments)
    .innerJoin(assignmentVersions, and(eq(assignmentVersions.task, assignments.task), eq(assignmentVersions.version, assignments.version)));

const byId = prepared((db) => offers(db).where(eq(assignments.id, sql.placeholder('id'))).prepare());
export const selectAssignment = (id: AssignmentId) => byId().get({ id });

/** Withdrawn ones too: what was handed in to them stays readable. */
export const selectAssignments = (courseId: CourseId) => offers(database()).where(eq(assignments.courseId, courseId)).orderBy(asc(assignments.task), asc(assignments.version)).all();
