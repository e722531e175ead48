import 'server-only';
import { and, eq } from 'drizzle-orm';
import { jobs } from '#drizzle/schema/index.ts';
import { instant, type Instant } from '#lib/core/clock.ts';
import type { JobId, SubmissionId } from '#lib/core/ids.ts';
import { database } from './database.ts';

export type JobRow = typeof jobs.$inferSelect;

/**
 * The queue: queued → leased → done, or back to queued, or dead. A lease names its holder by a token and ends by itself, so a killed
 * worker loses no work; whatever a holder writes counts only while its token does.
 */
export const selectJob = (submissionId: SubmissionId): JobRow | undefined => database().select().from(jobs).where(eq(jobs.submissionId, submissionId)).get();

/** Queues a submission once: a second call leaves the job it already has. */
export function ensureJob(row: Pick<JobRow, 'id' | 'submissionId' | 'userId' | 'priority' | 'createdAt'>): void {
  if (selectJob(row.submissionId)) return;
  database().insert(jobs).values({ ...row, kind: 'grade', state: 'queued', tries: 0, runAfter: row.createdAt, cancelRequested: false }).run();
}

/**
 * Takes the next job for `leaseMs`: highest priority first, then people with nothing running, then the oldest. A job whose lease ran out
 * is taken again. One statement, so two workers never take the same job.
 */
export function claimJob(token: string, now: Instant, leaseMs: number): JobRow | undefined {
  const taken = database().$client.prepare(CLAIM).get({ token, now, until: now + leaseMs }) as { id: JobId } | undefined;
  return taken && database().select().from(jobs).where(eq(jobs.id, taken.id)).get();
}

const CLAIM = `
  update jobs set state = 'leased', lease_token = :token, lease_until = :until, tries = tries + 1
  where id = (
    select id from jobs as j
    where run_after <= :now and (state = 'queued' or (state = 'leased' and lease_until < :now))
    order by priority desc,
      exists (select 1 from jobs as o where o.user_id = j.user_id and o.state = 'leased' and o.lease_until >= :now and o.id <> j.id),
      created_at, id
    limit 1)
  returning id`;

/** Keeps the lease; returns the job as it stands (a request to cancel shows here), or undefined when the lease was lost. */
export function renewLease(id: JobId, token: string, now: Instant, leaseMs: number): JobRow | undefined {
  return database().update(jobs).set({ leaseUntil: instant(now + leaseMs) }).where(and(eq(jobs.id, id), eq(jobs.leaseToken, token), eq(jobs.state, 'leased'))).returning().get();
}

/** Ends or returns a job; false when this token no longer holds it, and then nothing of the result may be saved. */
export function releaseJob(id: JobId, token: string, change: Pick<JobRow, 'state'> & Partial<Pick<JobRow, 'runAfter' | 'lastIncident' | 'tries'>>): boolean {
  const done = database().update(jobs).set({ ...change, leaseToken: null, leaseUntil: null }).where(and(eq(jobs.id, id), eq(jobs.leaseToken, token))).run();
  return done.changes === 1;
}

/** Ends a job nobody works on: one that waits, or whose worker is gone. False when a worker holds it (or it is over). */
export function endIdleJob(submissionId: SubmissionId, now: Instant): boolean {
  return database().$client.prepare(END_IDLE).run({ submissionId, now }).changes === 1;
}

const END_IDLE = `
  update jobs set state = 'done', lease_token = null, lease_until = null
  where submission_id = :submissionId and (state = 'queued' or (state = 'leased' and lease_until < :now))`;

/** Asks the worker that holds the job to stop it. */
export const requestCancel = (submissionId: SubmissionId) =>
  database().update(jobs).set({ cancelRequested: true }).where(and(eq(jobs.submissionId, submissionId), eq(jobs.state, 'leased'))).run();

/** How many jobs come before this waiting one: those that run and those further ahead. */
export function countBefore(submissionId: SubmissionId): number {
  return (database().$client.prepare(COUNT_BEFORE).get({ submissionId }) as { n: number }).n;
}

const COUNT_BEFORE = `
  select count(*) as n from jobs as own join jobs as other on other.id <> own.id
  where own.submission_id = :submissionId and (other.state = 'leased' or (other.state = 'queued'
    and (other.priority > own.priority or (other.priority = own.priority and (other.created_at, other.id) < (own.created_at, own.id)))))`;
