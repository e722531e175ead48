import type { Instant } from './clock.ts';
import type { JobId, SubmissionId, UserId } from './ids.ts';

/** queued → leased → done, or back to queued, or dead: given up after our own failures. The staff may queue what is over again. */
export type JobState = 'queued' | 'leased' | 'done' | 'dead';

export type Job = {
  id: JobId;
  submissionId: SubmissionId;
  userId: UserId;
  state: JobState;
  /** Higher first: an exam's submission goes before practice. */
  priority: number;
  /** Its turn among jobs of its priority, given when it is queued: see `JobQueue`. */
  round: number;
  /** How often it was taken. */
  tries: number;
  leaseToken: string | null;
  leaseUntil: Instant | null;
  /** Not before: a failed try waits a while. */
  runAfter: Instant;
  cancelRequested: boolean;
  /** Why the last try failed; for the staff, never shown to students. */
  lastIncident: string | null;
  createdAt: Instant;
};

export type NewJob = Pick<Job, 'id' | 'submissionId' | 'userId' | 'priority' | 'createdAt'>;
export type JobEnd = Pick<Job, 'state'> & Partial<Pick<Job, 'runAfter' | 'lastIncident' | 'tries'>>;

/**
 * The port of the queue; `tests/contract/queue` holds what every engine behind it promises.
 *
 * A lease names its holder by a token and ends by itself, so a killed worker loses no work; whatever a holder writes counts only while
 * its token does.
 *
 * Fair between people: a new job gets the round after the last one of its user (one cancelled before it ran does not count), but
 * none before the round that is being served. The k-th
 * waiting job of a heavy user thus comes after the first of everybody else, and nobody saves up turns while away (start-time fair
 * queueing: P. Goyal, H. M. Vin, H. Cheng, SIGCOMM 1996, with one job as the unit of work).
 */
export type JobQueue = {
  /** Queues a submission once: a second call leaves the job it already has. */
  enqueue(job: NewJob): void;
  /** The job of a submission. */
  find(submissionId: SubmissionId): Job | undefined;
  /**
   * Takes the next job for `leaseMs`: highest priority, then lowest round, then the oldest. A job whose lease ran out is taken again. Two
   * callers never get the same job.
   */
  claim(token: string, now: Instant, leaseMs: number): Job | undefined;
  /** Keeps the lease; the job as it stands (a request to cancel shows here), or undefined when the lease was lost. */
  renew(id: JobId, token: string, now: Instant, leaseMs: number): Job | undefined;
  /** Ends or returns a job; false when this token no longer holds it, and then nothing of the result may be saved. */
  release(id: JobId, token: string, end: JobEnd): boolean;
  /** Ends a job nobody works on: one that waits, or whose worker is gone. False when a worker holds it, or it is over. */
  endIdle(submissionId: SubmissionId, now: Instant): boolean;
  /** Asks the worker that holds the job to stop it. */
  requestCancel(submissionId: SubmissionId): void;
  /** How many jobs come before this waiting one: those that run and those further ahead. */
  countBefore(submissionId: SubmissionId): number;
  /** Gives a job that is over its tries back and queues it; false while it waits or runs. */
  revive(submissionId: SubmissionId, now: Instant): boolean;
};
