import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Operator } from '#lib/core/actors.ts';
import type { SubmissionReport } from '#lib/core/assignments/report.ts';
import { instant } from '#lib/core/clock.ts';
import { JobCancelled, type GradeEvent, type HostClient } from '#lib/grading/host.ts';
import { inTransaction } from '#lib/data/database.ts';
import { claimJob, releaseJob, renewLease, type JobRow } from '#lib/data/jobs.ts';
import { newId, now } from '#lib/data/source.ts';
import { deleteEvents, insertEvent, insertReport, insertRun, selectAssignment, selectSubmission, updateSubmission } from '#lib/data/submissions.ts';

const LEASE_MS = 15_000;
const RENEW_MS = 3_000;
/** Only our own failures are tried again. */
const TRIES_MAX = 3;
const RETRY_AFTER_MS = 10_000;

/** Takes the next waiting submission and grades it. False when nothing waits. */
export async function gradeNext(_actor: Operator, host: HostClient): Promise<boolean> {
  const token = randomUUID();
  const job = claimJob(token, now(), LEASE_MS);
  if (!job) return false;
  begin(job);
  const keep = setInterval(() => {
    const held = renewLease(job.id, token, now(), LEASE_MS);
    if (!held || held.cancelRequested) host.cancel(job.submissionId);
  }, RENEW_MS / 3);
  try {
    finish(job, token, await grade(job, host));
  } catch (error) {
    fail(job, token, error as Error);
  } finally {
    clearInterval(keep);
  }
  return true;
}

/** A job taken again starts its progress anew. */
function begin(job: JobRow): void {
  inTransaction(() => {
    deleteEvents(job.submissionId);
    updateSubmission(job.submissionId, { state: 'running' });
  });
}

function grade(job: JobRow, host: HostClient): Promise<SubmissionReport> {
  const submission = selectSubmission(job.submissionId)!;
  const assignment = selectAssignment(submission.assignmentId)!.task;
  let sequence = 0;
  const onEvent = (event: GradeEvent) => insertEvent({ submissionId: job.submissionId, sequence: ++sequence, event, at: now() });
  return host.grade({ id: job.submissionId, assignment, language: submission.language, source: submission.source, seeds: assignment.seeds, engine: 'auto' }, onEvent);
}

/** Report, runs, score and job change together, and only while this worker holds the lease. */
function finish(job: JobRow, token: string, report: SubmissionReport): void {
  if (report.outcome === 'graderFailed') return fail(job, token, new Error('graderFailed'));
  inTransaction(() => {
    if (!releaseJob(job.id, token, { state: 'done' })) return;
    insertReport({ id: newId('report'), submissionId: job.submissionId, report, createdAt: now() });
    report.runs.forEach((run, i) => insertRun({ id: newId('run'), submissionId: job.submissionId, seed: run.seed, engine: report.engine, metric: report.metrics[0]?.perSeed[i] ?? null, trainMs: Math.round(run.trainMs), params: run.params, createdAt: now() }));
    updateSubmission(job.submissionId, { state: 'graded', finishedAt: now(), score: (report.score ?? 0) * 100 });
  });
}

/** Our failure never becomes a score: the job waits for another try, and after the last one the staff sees it. */
function fail(job: JobRow, token: string, error: Error): void {
  inTransaction(() => {
    if (error instanceof JobCancelled) {
      if (releaseJob(job.id, token, { state: 'done' })) updateSubmission(job.submissionId, { state: 'cancelled', finishedAt: now() });
      return;
    }
    const last = job.tries >= TRIES_MAX;
    if (!releaseJob(job.id, token, { state: last ? 'dead' : 'queued', runAfter: instant(now() + RETRY_AFTER_MS), lastIncident: error.message })) return;
    updateSubmission(job.submissionId, last ? { state: 'failed', finishedAt: now() } : { state: 'queued' });
  });
}
