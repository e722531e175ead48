import { makeScoreJob, makeTrainJob, tensorsOf } from '#graders/host/jobs.ts';
import { measure } from '#graders/host/metric.ts';
import type { RunFacts } from '#lib/core/assignments/evidence.ts';
import type { Failure, ModelFacts, TrainRecord } from '#lib/core/assignments/facts.ts';
import { scoreAll, train } from '#tests/assignments/harness.ts';
import { makeMaterial } from '#tests/factories/assignment.ts';
import type { Case } from './recipe.ts';
import { TASKS } from './tasks.ts';

/** What one training left for the rules to look at; enough to run them again without training. */
export type Stored = {
  id: string;
  failure: Failure | null;
  record: TrainRecord | null;
  facts: ModelFacts | null;
  run: RunFacts | null;
};

const SEED = 1;

/** Trains one case with the programs of the boxes, without isolation: the scripts are ours. */
export async function runCase({ id, task, source }: Case): Promise<Stored> {
  const { assignment, splits } = TASKS[task];
  const { open, hidden } = await splits();
  const data = makeMaterial(assignment, open, hidden);
  const run = await train({ ...makeTrainJob({ source, assignment }, SEED, data), tensors: data.open });
  const scored = run.ok ? await scoreAll(makeScoreJob(assignment, data), run.models, tensorsOf(data)) : null;
  const failure = run.failure ?? scored?.failure ?? null;
  const isScored = scored !== null && failure === null;
  const looks = isScored && {
    models: run.models,
    facts: scored.allFacts,
    predictions: scored.allPredictions,
  };
  const measured = looks ? measure(assignment, looks, run.record, data) : null;
  const epochs = run.epochs.map(({ epoch, logs }) => ({ epoch, logs: rounded(logs) }));
  return {
    id,
    failure,
    record: run.record,
    facts: scored?.facts ?? null,
    run: measured && { ...measured, seed: SEED, epochs, tests: [], breakdown: null },
  };
}

const rounded = (logs: Record<string, number | null>) =>
  Object.fromEntries(
    Object.entries(logs).map(([key, value]) => [key, value === null ? null : Number(value.toPrecision(6))]),
  );
