import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { jobs } from '#drizzle/schema/index.ts';
import { instant, type Instant } from '#lib/core/clock.ts';
import type { JobId, SubmissionId } from '#lib/core/ids.ts';
import type { Job, JobEnd, JobQueue, NewJob } from '#lib/core/queue.ts';
import { database, prepared, preparedSql } from './database.ts';

/** The queue in the product's own database: a report and the end of its job are saved in one transaction. */
export const jobQueue: JobQueue = { enqueue, find, claim, renew, release, endIdle, requestCancel, countBefore, revive };

const of = (submissionId: SubmissionId) => eq(jobs.submissionId, submissionId);
const held = (id: JobId, token: string) => and(eq(jobs.id, id), eq(jobs.leaseToken, token), eq(jobs.state, 'leased'));

const bySubmission = prepared((db) => db.select().from(jobs).where(eq(jobs.submissionId, sql.placeholder('submissionId'))).prepare());
function find(submissionId: SubmissionId): Job | undefined {
  return bySubmission().get({ submissionId });
}

function enqueue({ id, submissionId, userId, priority, createdAt }: NewJob): void {
  insertJob().run({ id, submissionId, userId, priority, createdAt });
}

/** The round after the user's last (but for what was withdrawn before anyone took it), and not before the latest round that was begun. */
const insertJob = preparedSql(`
  insert into jobs (id, kind, submission_id, user_id, state, priority, round, tries, run_after, cancel_requested, created_at)
  select :id, 'grade', :submissionId, :userId, 'queued', :priority,
    max(coalesce((select max(round) + 1 from jobs where user_id = :userId and priority = :priority and (state <> 'done' or tries > 0)), 0),
        coalesce((select max(round) from jobs where priority = :priority and tries > 0), 0)),
    0, :createdAt, 0, :createdAt
  where not exists (select 1 from jobs where submission_id = :submissionId)`);

/** One statement, so two workers never take the same job. */
function claim(token: string, now: Instant, leaseMs: number): Job | undefined {
  const taken = takeNext().get({ token, now, until: now + leaseMs }) as { submissionId: SubmissionId } | undefined;
  return taken && find(taken.submissionId);
}

const takeNext = preparedSql(`
  update jobs set state = 'leased', lease_token = :token, lease_until = :until, tries = tries + 1
  where id = (
    select id from jobs
    where run_after <= :now and (state = 'queued' or (state = 'leased' and lease_until < :now))
    order by priority desc, round, created_at, id limit 1)
  returning submission_id as submissionId`);

function renew(id: JobId, token: string, now: Instant, leaseMs: number): Job | undefined {
  return database().update(jobs).set({ leaseUntil: instant(now + leaseMs) }).where(held(id, token)).returning().get();
}

function release(id: JobId, token: string, end: JobEnd): boolean {
  return database().update(jobs).set({ ...end, leaseToken: null, leaseUntil: null }).where(held(id, token)).run().changes === 1;
}

function endIdle(submissionId: SubmissionId, now: Instant): boolean {
  return takeBack().run({ submissionId, now }).changes === 1;
}

const takeBack = preparedSql(`
  update jobs set state = 'done', lease_token = null, lease_until = null
  where submission_id = :submissionId and (state = 'queued' or (state = 'leased' and lease_until < :now))`);

function requestCancel(submissionId: SubmissionId): void {
  database().update(jobs).set({ cancelRequested: true }).where(and(of(submissionId), eq(jobs.state, 'leased'))).run();
}

function countBefore(submissionId: SubmissionId): number {
  return (countAhead().get({ submissionId }) as { n: number }).n;
}

const countAhead = preparedSql(`
  select count(*) as n from jobs as own join jobs as other on other.id <> own.id
  where own.submission_id = :submissionId and own.state = 'queued' and (other.state = 'leased' or (other.state = 'queued'
    and (-other.priority, other.round, other.created_at, other.id) < (-own.priority, own.round, own.created_at, own.id)))`);

function revive(submissionId: SubmissionId, now: Instant): boolean {
  return database().update(jobs).set({ state: 'queued', tries: 0, runAfter: now, cancelRequested: false }).where(and(of(submissionId), inArray(jobs.state, ['done', 'dead']))).run().changes === 1;
}
