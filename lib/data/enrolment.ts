import 'server-only';
import { and, eq } from 'drizzle-orm';
import { enrolments } from '#drizzle/schema/index.ts';
import type { CourseId, UserId } from '#lib/core/ids.ts';
import { database } from './database.ts';

export const isEnrolled = (courseId: CourseId, userId: UserId): boolean =>
  database().select({ id: enrolments.userId }).from(enrolments).where(and(eq(enrolments.courseId, courseId), eq(enrolments.userId, userId))).get() !== undefined;
