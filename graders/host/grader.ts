import { randomBytes } from 'node:crypto';
import type { HostEvent } from '#graders/protocol/host.ts';
import { factsByName } from '#lib/core/assignments/facts.ts';
import { rerunSeeds } from './rerun.ts';
import type { EngineId } from '#lib/core/engines.ts';
import { judge, type Judgement } from '#lib/core/assignments/judge.ts';
import type { Isolation, SubmissionReport } from '#lib/core/assignments/report.ts';
import type { GradeJob } from './job.ts';
import { cleanText } from './clean-text.ts';
import { Progress } from './progress.ts';
import { runSeed, type RunContext, type SeedRun } from './run-seed.ts';
import { graderFailed, type Verdict } from './verdict.ts';

export type GraderParts = Omit<RunContext, 'progress' | 'signal'> & {
  engine: EngineId;
  path: SubmissionReport['path'];
  isolation: Isolation;
  log(line: string): void;
};

/** A first run longer than this stays the only one: nobody waits minutes for a median. */
const LONG_RUN_MS = 20_000;

/** Grades one job. Rejects only when `signal` was aborted; whatever else goes wrong is in the report. */
export async function gradeJob(
  parts: GraderParts,
  job: GradeJob,
  emit: (event: HostEvent) => void,
  signal: AbortSignal,
): Promise<SubmissionReport> {
  const startedAt = performance.now();
  const progress = new Progress(job.id, emit);
  const runs: SeedRun[] = [];
  const settle = (verdict: Verdict | Judged): SubmissionReport =>
    reportOf(parts, job, runs, verdict, performance.now() - startedAt);
  try {
    return settle(await judgeRuns({ ...parts, progress, signal }, job, runs));
  } catch (error) {
    signal.throwIfAborted();
    const incident = `inc_${randomBytes(6).toString('hex')}`;
    parts.log(
      `${incident} job ${job.id} assignment ${job.assignment.id}: ${error instanceof Error ? error.stack : String(error)}`,
    );
    return settle(graderFailed(incident));
  } finally {
    progress.end();
  }
}

type Judged = Judgement & { outcome: 'graded' };

/** Trains the seeds of the job, and a few more where the result would otherwise be a matter of luck; then judges. */
async function judgeRuns(context: RunContext, job: GradeJob, runs: SeedRun[]): Promise<Verdict | Judged> {
  const { assignment } = job;
  const refusal =
    (await runSeeds(context, job, job.seeds, runs)) ??
    (await runSeeds(context, job, rerunSeeds(assignment, runs), runs));
  if (refusal) return refusal;
  const facts = runs[0]?.facts;
  const perSeed = runs.flatMap(({ seed, epochs, tests, measured }) =>
    measured ? [{ seed, epochs, tests, ...measured }] : [],
  );
  if (!facts || perSeed.length < runs.length) throw new Error('a run was not measured');
  return {
    ...judge({
      assignment,
      ...factsByName(assignment, facts),
      perSeed,
      record: runs[0]!.record,
    }),
    outcome: 'graded',
  };
}

/** Runs the seeds in turn, adding them to `runs`, until one is refused: then its verdict. */
async function runSeeds(
  context: RunContext,
  job: GradeJob,
  seeds: readonly number[],
  runs: SeedRun[],
): Promise<Verdict | null> {
  const before = runs.length;
  for (const [i, seed] of seeds.entries()) {
    const run = await runSeed(context, job, { seed, run: before + i + 1, runs: before + seeds.length });
    runs.push(run);
    if (run.verdict) return run.verdict;
    if (runs.length === 1 && run.trainMs > LONG_RUN_MS && !job.assignment.everySeed) break;
  }
  return null;
}

function reportOf(
  parts: GraderParts,
  job: GradeJob,
  runs: SeedRun[],
  verdict: Verdict | Judged,
  totalMs: number,
): SubmissionReport {
  const first = runs[0];
  const sum = (pick: (run: SeedRun) => number) =>
    Math.round(runs.reduce((total, run) => total + pick(run), 0));
  const isGraded = 'fraction' in verdict;
  const none = {
    fraction: null,
    score: null,
    metrics: [],
    breakdown: null,
    tests: [],
    gates: [],
    feedback: [],
    limit: null,
    message: null,
  };
  return {
    assignment: job.assignment.id,
    version: job.assignment.version,
    term: job.term,
    lang: job.lang,
    language: job.language,
    engine: parts.engine,
    path: parts.path,
    plainBecause: parts.path === 'accelerated' ? (first?.record?.plainBecause ?? []).map(cleanText) : [],
    seeds: runs.map((run) => run.seed),
    rerunSeeds: runs.flatMap(({ seed }) => (job.seeds.includes(seed) ? [] : [seed])),
    ...none,
    ...(isGraded ? judgedPart(verdict) : verdict),
    runs: runs.map(({ seed, epochs, params, trainMs }) => ({
      seed,
      epochs: epochs.slice(0, 2000),
      params,
      trainMs: Math.round(trainMs),
    })),
    output: first?.output ?? '',
    outputTruncated: first?.outputTruncated ?? false,
    isolation: { ...parts.isolation, uid: first?.uid ?? null },
    timings: {
      readyMs: Math.round(first?.readyMs ?? 0),
      firstLineMs: round1(first?.firstLineMs ?? 0),
      trainMs: sum((run) => run.trainMs),
      scoreMs: sum((run) => run.scoreMs),
      totalMs: Math.round(totalMs),
    },
  };
}

function judgedPart({ fraction, score, metrics, breakdown, gates, tests, feedback }: Judged) {
  if (!(fraction >= 0 && fraction <= 1)) throw new RangeError(`the judge gave the fraction ${fraction}`);
  return { outcome: 'graded' as const, fraction, score, metrics, breakdown, gates, tests, feedback };
}

const round1 = (ms: number): number => Math.round(ms * 10) / 10;
