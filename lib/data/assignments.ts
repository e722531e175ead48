import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import { assignmentVersions, assignments } from '#drizzle/schema/index.ts';
import type { AssignmentId, CourseId } from '#lib/core/ids.ts';
import { database } from './database.ts';

/** An offer to a course with the published task it offers. */
export type AssignmentRow = NonNullable<ReturnType<typeof selectAssignment>>;

const offers = () =>
  database().select({ offer: assignments, task: assignmentVersions.content }).from(assignments)
    .innerJoin(assignmentVersions, and(eq(assignmentVersions.task, assignments.task), eq(assignmentVersions.version, assignments.version)));

export const selectAssignment = (id: AssignmentId) => offers().where(eq(assignments.id, id)).get();

/** Withdrawn ones too: what was handed in to them stays readable. */
export const selectAssignments = (courseId: CourseId) => offers().where(eq(assignments.courseId, courseId)).orderBy(asc(assignments.task), asc(assignments.version)).all();
