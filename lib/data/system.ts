import 'server-only';
import { asc, count, eq } from 'drizzle-orm';
import { statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { assignments, jobs, submissions, users } from '#drizzle/schema/index.ts';
import { config } from '#lib/config/config.ts';
import { database } from './database.ts';

/** How many jobs are in each state; a state without any is absent. */
export const selectJobCounts = () =>
  new Map(
    database()
      .select({ state: jobs.state, n: count() })
      .from(jobs)
      .groupBy(jobs.state)
      .all()
      .map(({ state, n }) => [state, n]),
  );

/** What is being graded, longest in the queue first. */
export const selectRunningJobs = () =>
  database()
    .select({
      submission: submissions.id,
      student: users.name,
      task: assignments.task,
      tries: jobs.tries,
      createdAt: jobs.createdAt,
    })
    .from(jobs)
    .innerJoin(submissions, eq(submissions.id, jobs.submissionId))
    .innerJoin(assignments, eq(assignments.id, submissions.assignmentId))
    .innerJoin(users, eq(users.id, jobs.userId))
    .where(eq(jobs.state, 'leased'))
    .orderBy(asc(jobs.createdAt))
    .all();

/** Sizes in bytes: the database with its write-ahead log, and the disk that holds the data folder. */
export function measureStorage(): { databaseBytes: number; freeBytes: number; diskBytes: number } {
  const { dataFolder } = config();
  const sizeOf = (name: string) =>
    statSync(path.join(dataFolder, name), { throwIfNoEntry: false })?.size ?? 0;
  const { bavail, blocks, bsize } = statfsSync(dataFolder);
  return {
    databaseBytes: sizeOf('derin.db') + sizeOf('derin.db-wal'),
    freeBytes: bavail * bsize,
    diskBytes: blocks * bsize,
  };
}
