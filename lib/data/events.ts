import 'server-only';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { submissionEvents } from '#drizzle/schema/index.ts';
import type { Instant } from '#lib/core/clock.ts';
import type { SubmissionId } from '#lib/core/ids.ts';
import { prepared, preparedSql } from './database.ts';

export type EventRow = typeof submissionEvents.$inferSelect;

const after = prepared((db) =>
  db.select().from(submissionEvents).where(and(eq(submissionEvents.submissionId, sql.placeholder('submissionId')), gt(submissionEvents.sequence, sql.placeholder('sequence')))).orderBy(asc(submissionEvents.sequence)).prepare(),
);
export const selectEventsAfter = (submissionId: SubmissionId, sequence: number): EventRow[] => after().all({ submissionId, sequence });

/**
 * Adds one event after the last, while `token` holds the submission's job: a worker that lost its lease adds nothing. Events beyond
 * `EVENTS_MAX` of one try are dropped; the report holds what they would have said.
 */
export function appendEvent(submissionId: SubmissionId, token: string, event: unknown, now: Instant): void {
  append().run({ submissionId, token, event: JSON.stringify(event), now, max: EVENTS_MAX });
}

/** A sixty-second run sends at most ten epochs and ten pieces of output a second. */
const EVENTS_MAX = 5000;

const append = preparedSql(`
  insert into submission_events (submission_id, sequence, event, at)
  select :submissionId, coalesce(max(sequence), 0) + 1, :event, :now from submission_events where submission_id = :submissionId
  having count(*) < :max and exists (select 1 from jobs where submission_id = :submissionId and lease_token = :token)`);

/** Starts the progress of another try: what was told before is dropped, but numbers go on, so a page that follows misses nothing. */
export function restartEvents(submissionId: SubmissionId, event: unknown, at: Instant): void {
  restart().run({ submissionId, event: JSON.stringify(event), at });
  dropEarlier().run({ submissionId });
}

const restart = preparedSql(`
  insert into submission_events (submission_id, sequence, event, at)
  select :submissionId, coalesce(max(sequence), 0) + 1, :event, :at from submission_events where submission_id = :submissionId`);

const dropEarlier = preparedSql(`
  delete from submission_events where submission_id = :submissionId
  and sequence < (select max(sequence) from submission_events where submission_id = :submissionId)`);
