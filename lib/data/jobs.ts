import 'server-only';
import { and, eq } from 'drizzle-orm';
import { jobs } from '#drizzle/schema/index.ts';
import { instant, type Instant } from '#lib/core/clock.ts';
import type { JobId, SubmissionId } from '#lib/core/ids.ts';
import { database } from './database.ts';

export type JobRow = typeof jobs.$inferSelect;

export const insertJob = (row: typeof jobs.$inferInsert) => database().insert(jobs).values(row).run();
export const selectJob = (submissionId: SubmissionId): JobRow | undefined => database().select().from(jobs).where(eq(jobs.submissionId, submissionId)).get();

/**
 * Takes the next job for `leaseMs`: highest priority first, then people with nothing running, then the oldest. A job whose lease ran out
 * is taken again, so a killed worker loses none. One statement, so two workers never take the same job.
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
      created_at
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

export const requestCancel = (submissionId: SubmissionId) => database().update(jobs).set({ cancelRequested: true }).where(eq(jobs.submissionId, submissionId)).run();
export const cancelQueued = (submissionId: SubmissionId): boolean =>
  database().update(jobs).set({ state: 'done' }).where(and(eq(jobs.submissionId, submissionId), eq(jobs.state, 'queued'))).run().changes === 1;
