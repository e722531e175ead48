import type { ModelFacts, TrainRecord } from '#lib/core/assignments/facts.ts';
import { runTests, type TestOutcome } from '#lib/core/assignments/function-tests.ts';
import type { Epoch } from '#lib/core/assignments/report.ts';
import type { Limit } from '#lib/core/reports.ts';
import type { BoxLimits } from '#graders/sandbox/supervision.ts';
import type { Assignment } from '#lib/core/assignments/schema.ts';
import { checkModels, type Artifacts } from './artifacts.ts';
import { cleanText } from './clean-text.ts';
import type { DataSets, Material } from './data.ts';
import type { GradeJob } from './job.ts';
import { artifactText, MESSAGES } from './messages.ts';
import { makeScoreJob, makeTrainJob, tensorsOf } from './jobs.ts';
import { measure, type Measured } from './metric.ts';
import type { Pool, Purpose, ReadyBox } from './pool.ts';
import type { Progress } from './progress.ts';
import { score, type ScoreResult } from './score.ts';
import { train, type TrainResult } from './train.ts';
import {
  breachVerdict,
  failureVerdict,
  limitVerdict,
  silentEndVerdict,
  ungradable,
  type Verdict,
} from './verdict.ts';

/** `pool` throws while no box may be started. Training and scoring need not be on the same engine. */
export type RunContext = {
  pool: (purpose: Purpose) => Promise<Pool>;
  data: DataSets;
  progress: Progress;
  signal: AbortSignal;
};

/** One training of a submission and what its model is worth. `verdict` is set when it was refused. */
export type SeedRun = {
  seed: number;
  verdict: Verdict | null;
  /** Computed in this process from predictions and labels; null when refused. */
  measured: Measured | null;
  /** Tests of the functions the script left. */
  tests: TestOutcome[];
  /** Of each model, in the order of their names; null until predictions were measured. */
  facts: ModelFacts[] | null;
  record: TrainRecord | null;
  epochs: Epoch[];
  params: number | null;
  output: string;
  outputTruncated: boolean;
  uid: number | null;
  readyMs: number;
  firstLineMs: number;
  trainMs: number;
  scoreMs: number;
};

/** Enough for any model within the parameter limit on hidden data of a course's size. */
const SCORE_LIMITS: BoxLimits = { memoryMib: 1024, cpuSeconds: 20, wallSeconds: 30 };

/** Throws for our own failures, and when the job was cancelled. */
export async function runSeed(
  context: RunContext,
  job: GradeJob,
  place: { seed: number; run: number; runs: number },
): Promise<SeedRun> {
  const { progress } = context;
  const { limits } = job.assignment;
  progress.stage('preparing', place);
  const material = await context.data.of(job.assignment, job.term, job.lang);
  const ready = await takeBox(context, 'train', limits);
  ready.box.capture.limit(limits.outputKib * 1024);
  progress.stage('training', place);
  const trained = await train(ready, makeTrainJob(job, place.seed, material), material, limits, {
    // Not before: starting the next box holds this process up for milliseconds.
    onStart: ready.refill,
    onEpoch: (epoch, epochs) => progress.epoch(place.seed, epoch, epochs),
    onOutput: (text) => place.run === 1 && progress.output(text),
  });
  context.signal.throwIfAborted();
  const run = startOf(place.seed, ready, trained);
  const refusal = refusalOf(trained, job.assignment);
  if (refusal || trained.kind !== 'trained') return { ...run, verdict: refusal };
  const models = checkModels(trained.models, limits.paramsMax);
  if (!models.ok) return { ...run, verdict: ungradable(artifactText(models.error)) };
  progress.stage('scoring', place);
  const scored = await score(
    await takeBox(context, 'score', SCORE_LIMITS),
    makeScoreJob(job.assignment, material),
    models.value,
    tensorsOf(material),
    SCORE_LIMITS,
  );
  context.signal.throwIfAborted();
  return {
    ...run,
    tests: runTests(material.tests, trained.results),
    params: models.value.reduce((sum, { params }) => sum + params, 0),
    scoreMs: scored.scoreMs,
    ...outcomeOf(job.assignment, models.value, scored, run.record, material),
  };
}

/** A box that dies with the job when the job is cancelled. `refill` starts another in its place, at the latest when it ends. */
async function takeBox(
  { pool, signal }: RunContext,
  purpose: Purpose,
  limits: BoxLimits,
): Promise<ReadyBox & { refill(): void }> {
  const boxes = await pool(purpose);
  const ready = await boxes.take(purpose, limits);
  const refill = () => boxes.fill(purpose);
  const kill = () => void ready.box.kill();
  signal.addEventListener('abort', kill, { once: true });
  void ready.box.ended.then(() => {
    signal.removeEventListener('abort', kill);
    refill();
  });
  if (signal.aborted) await ready.box.kill();
  signal.throwIfAborted();
  return { ...ready, refill };
}

const startOf = (seed: number, { box, readyMs }: ReadyBox, trained: TrainResult): SeedRun => ({
  seed,
  verdict: null,
  measured: null,
  tests: [],
  facts: null,
  record: 'record' in trained ? trained.record : null,
  epochs: trained.epochs,
  params: null,
  output: cleanText(trained.end.output),
  outputTruncated: trained.end.outputTruncated,
  uid: box.uid,
  readyMs,
  firstLineMs: trained.firstLineMs,
  trainMs: trained.trainMs,
  scoreMs: 0,
});

/** A broken limit comes before anything the program said: it may have said it because of the limit. */
function refusalOf(trained: TrainResult, assignment: Assignment): Verdict | null {
  if (trained.end.limit)
    return limitVerdict(trained.end.limit, maximumOf(trained.end.limit, assignment.limits));
  if (trained.kind === 'breach') return breachVerdict();
  // Only a forged frame says `box` here: our program reports no failure of ours once a job has begun.
  if (trained.kind === 'failed' && trained.failure.code !== 'box')
    return failureVerdict(assignment, trained.failure, trained.record);
  return trained.kind === 'trained' ? null : silentEndVerdict();
}

function maximumOf(
  limit: Limit,
  { wallSeconds, cpuSeconds, memoryMib, outputKib }: Assignment['limits'],
): number {
  return { wall: wallSeconds, cpu: cpuSeconds, memory: memoryMib, output: outputKib, processes: 0 }[limit];
}

type Outcome = Pick<SeedRun, 'verdict' | 'measured' | 'facts'>;

function outcomeOf(
  assignment: Assignment,
  models: readonly Artifacts[],
  scored: ScoreResult,
  record: TrainRecord | null,
  material: Material,
): Outcome {
  const refused = (verdict: Verdict): Outcome => ({ verdict, measured: null, facts: null });
  if (scored.end.limit) return refused(ungradable(MESSAGES.tooHeavy));
  if (scored.kind === 'failed' && scored.failure.code !== 'box')
    return refused(failureVerdict(assignment, scored.failure, record));
  if (scored.kind !== 'predicted')
    throw new Error(`the score box gave no predictions: ${JSON.stringify(scored.end)}`);
  const measured = measure(assignment, { ...scored, models }, record, material);
  if (measured === null) return refused(ungradable(MESSAGES.wrongOutput));
  return { verdict: null, facts: scored.facts, measured };
}
