import 'server-only';
import { and, asc, eq, gt } from 'drizzle-orm';
import { submissionEvents } from '#drizzle/schema/index.ts';
import type { Instant } from '#lib/core/clock.ts';
import type { SubmissionId } from '#lib/core/ids.ts';
import { database } from './database.ts';

export type EventRow = typeof submissionEvents.$inferSelect;

export const selectEventsAfter = (submissionId: SubmissionId, sequence: number): EventRow[] =>
  database().select().from(submissionEvents).where(and(eq(submissionEvents.submissionId, submissionId), gt(submissionEvents.sequence, sequence))).orderBy(asc(submissionEvents.sequence)).all();

/**
 * Adds one event after the last, while `token` holds the submission's job: a worker that lost its lease adds nothing. Events beyond
 * `EVENTS_MAX` of one try are dropped; the report holds what they would have said.
 */
export function appendEvent(submissionId: SubmissionId, token: string, event: unknown, now: Instant): void {
  database().$client.prepare(APPEND).run({ submissionId, token, event: JSON.stringify(event), now, max: EVENTS_MAX });
}

/** A sixty-second run sends at most ten epochs and ten pieces of output a second. */
const EVENTS_MAX = 5000;

const APPEND = `
  insert into submission_events (submission_id, sequence, event, at)
  select :submissionId, coalesce(max(sequence), 0) + 1, :event, :now from submission_events where submission_id = :submissionId
  having count(*) < :max and exists (select 1 from jobs where submission_id = :submissionId and lease_token = :token)`;

/** Starts the progress of another try: what was told before is dropped, but numbers go on, so a page that follows misses nothing. */
export function restartEvents(submissionId: SubmissionId, event: unknown, at: Instant): void {
  const last = database().$client.prepare('select coalesce(max(sequence), 0) as n from submission_events where submission_id = ?').get(submissionId) as { n: number };
  database().delete(submissionEvents).where(eq(submissionEvents.submissionId, submissionId)).run();
  database().insert(submissionEvents).values({ submissionId, sequence: last.n + 1, event, at }).run();
}
