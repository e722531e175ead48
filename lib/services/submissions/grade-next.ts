import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Operator } from '#lib/core/actors.ts';
import type { SubmissionReport } from '#lib/core/assignments/report.ts';
import type { Lang } from '#lib/core/lang.ts';
import { instant } from '#lib/core/clock.ts';
import { engineSchema, type EngineChoice } from '#lib/core/engines.ts';
import type { Job } from '#lib/core/queue.ts';
import { JobCancelled, type Grader } from '#lib/grading/host.ts';
import { selectAssignment } from '#lib/data/assignments.ts';
import { selectCourse } from '#lib/data/courses.ts';
import { inTransaction } from '#lib/data/database.ts';
import { appendEvent, restartEvents } from '#lib/data/events.ts';
import { selectUser } from '#lib/data/users.ts';
import { jobQueue } from '#lib/data/jobs.ts';
import { newId, now } from '#lib/data/source.ts';
import { insertReport, insertRun, selectReport, selectSubmission, updateState, updateSubmission, type SubmissionRow } from '#lib/data/submissions.ts';

/** A worker that is killed is found out after this long. */
const LEASE_MS = 15_000;
/** How soon a request to cancel is seen; the lease is renewed at the same time. */
const LOOK_MS = 500;
/** Only our own failures are tried again, after 10 s and after 20 s. */
const TRIES_MAX = 3;
const RETRY_AFTER_MS = 10_000;

/**
 * Takes the next waiting submission and grades it. False when nothing waits. When `stopping` fires, the submission goes back to its place
 * in the queue and the try does not count.
 */
export async function gradeNext(_actor: Operator, grader: Grader, stopping: AbortSignal): Promise<boolean> {
  const token = randomUUID();
  const job = inTransaction(() => claim(token));
  if (!job) return false;
  const keep = setInterval(() => {
    const held = jobQueue.renew(job.id, token, now(), LEASE_MS);
    if (!held || held.cancelRequested) void grader.cancel(job.submissionId);
  }, LOOK_MS);
  const giveBack = () => {
    putBack(job, token);
    void grader.cancel(job.submissionId);
  };
  stopping.addEventListener('abort', giveBack, { once: true });
  try {
    finish(job, token, await grade(job, token, grader));
  } catch (error) {
    fail(job, token, error as Error);
  } finally {
    clearInterval(keep);
    stopping.removeEventListener('abort', giveBack);
  }
  return true;
}

/** A job whose worker vanished too often, or that was cancelled meanwhile, ends here instead of running again. */
function claim(token: string): Job | undefined {
  for (;;) {
    const job = jobQueue.claim(token, now(), LEASE_MS);
    if (!job) return undefined;
    if (job.cancelRequested) end(job, token, 'cancelled');
    else if (job.tries > TRIES_MAX) end(job, token, 'failed', 'the worker vanished during each try');
    else {
      restartEvents(job.submissionId, { kind: 'started', tries: job.tries }, now());
      updateState(job.submissionId, 'running');
      return job;
    }
  }
}

function grade(job: Job, token: string, grader: Grader): Promise<SubmissionReport> {
  const submission = selectSubmission(job.submissionId)!;
  const assignment = selectAssignment(submission.assignmentId)!.task;
  const request = { id: submission.id, assignment, language: submission.language, source: submission.source, seeds: assignment.seeds, ...measureOf(submission) };
  return grader.grade(request, (event) => appendEvent(submission.id, token, event, now()));
}

/**
 * Work that was graded before is graded again on the same engine and the same hidden rows: others would give other numbers for no reason
 * of the student's. Its first time, it is measured on the rows of its course's term, in the student's language.
 */
function measureOf({ id, courseId, userId }: SubmissionRow): { engine: EngineChoice; term: string; lang: Lang } {
  const before = selectReport(id)?.report;
  const engine = engineSchema.safeParse(before?.engine);
  return {
    engine: engine.success ? engine.data : 'auto',
    term: before?.term ?? selectCourse(courseId)!.term,
    lang: before?.lang ?? selectUser(userId)!.lang,
  };
}

/** Report, runs, score and job change together, and only while this worker holds the lease. */
function finish(job: Job, token: string, report: SubmissionReport): void {
  if (report.outcome === 'graderFailed') return fail(job, token, new Error(report.message?.en ?? 'graderFailed'));
  inTransaction(() => {
    if (!jobQueue.release(job.id, token, { state: 'done' })) return;
    const at = now();
    insertReport({ id: newId('report'), submissionId: job.submissionId, report, createdAt: at });
    report.runs.forEach((run, i) =>
      insertRun({ id: newId('run'), submissionId: job.submissionId, seed: run.seed, engine: report.engine, metric: report.metrics[0]?.perSeed[i] ?? null, trainMs: Math.round(run.trainMs), params: run.params, createdAt: at }),
    );
    updateSubmission(job.submissionId, { state: 'graded', finishedAt: at, score: (report.score ?? 0) * 100 });
  });
}

/** Our failure never becomes a score: the job waits for another try, and after the last one the staff sees it. */
function fail(job: Job, token: string, error: Error): void {
  inTransaction(() => {
    if (error instanceof JobCancelled) return end(job, token, 'cancelled');
    if (job.tries >= TRIES_MAX) return end(job, token, 'failed', error.message);
    const runAfter = instant(now() + RETRY_AFTER_MS * job.tries);
    if (jobQueue.release(job.id, token, { state: 'queued', runAfter, lastIncident: error.message })) updateState(job.submissionId, 'queued');
  });
}

function putBack(job: Job, token: string): void {
  inTransaction(() => {
    if (jobQueue.release(job.id, token, { state: 'queued', tries: job.tries - 1 })) updateState(job.submissionId, 'queued');
  });
}

function end(job: Job, token: string, state: 'cancelled' | 'failed', lastIncident: string | null = null): void {
  if (!jobQueue.release(job.id, token, { state: state === 'failed' ? 'dead' : 'done', lastIncident })) return;
  updateSubmission(job.submissionId, { state, finishedAt: now() });
}
