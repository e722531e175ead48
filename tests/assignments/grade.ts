import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { materialOf, type Material as Data } from '#graders/host/data.ts';
import { makeScoreJob, makeTrainJob, tensorsOf } from '#graders/host/jobs.ts';
import { measure } from '#graders/host/metric.ts';
import type { DataSource } from '#lib/core/assignments/data.ts';
import type { RunFacts } from '#lib/core/assignments/evidence.ts';
import { factsByName } from '#lib/core/assignments/facts.ts';
import { describeFailure } from '#lib/core/assignments/failures.ts';
import { runTests } from '#lib/core/assignments/function-tests.ts';
import { judge, type Judgement } from '#lib/core/assignments/judge.ts';
import type { Lang } from '#lib/core/lang.ts';
import { assignmentSchema, type Assignment } from '#lib/core/assignments/schema.ts';
import { scoreAll, train, type Trained } from './harness.ts';

const ROOT = join(import.meta.dirname, '../../question-bank/assignments');

export type Graded = {
  score: number;
  gates: Judgement['gates'];
  metrics: Judgement['metrics'];
  /** Ids of the findings, in order. */
  findings: string[];
  /** English text of a failure, with its line. */
  message: string | null;
  output: string;
  seconds: number;
};

export type Material = { id: string; assignment: Assignment; data: Data };

/** An assignment of the bank with the data of one hidden seed. */
export async function loadAssignment(id: string, hiddenSeed: number, lang: Lang = 'tr'): Promise<Material> {
  const assignment = assignmentSchema.parse(parse(readFileSync(join(ROOT, id, 'assignment.yml'), 'utf8')));
  const { default: source } = (await import(join(ROOT, id, 'data.ts'))) as { default: DataSource };
  return { id, assignment, data: materialOf(source, assignment.metric, { hidden: hiddenSeed, tests: hiddenSeed }, lang) };
}

/** Grades a file of the assignment's folder as the host does, without isolation and without its limits of time. */
export async function gradeFile(
  { id, assignment, data }: Material,
  file: string,
  seeds: number[],
): Promise<Graded> {
  const source = readFileSync(join(ROOT, id, file), 'utf8');
  const startedAt = performance.now();
  const perSeed: RunFacts[] = [];
  let first: Pick<Parameters<typeof judge>[0], 'facts' | 'models' | 'record'> | null = null;
  let output = '';
  const secondsPerRun = () => (performance.now() - startedAt) / 1000 / Math.max(1, perSeed.length);
  for (const seed of seeds) {
    const job = makeTrainJob({ source, assignment }, seed, data);
    const run = await train({ ...job, tensors: data.open, base: data.base });
    output ||= run.output;
    const scored = run.ok
      ? await scoreAll(makeScoreJob(assignment, data), run.models, tensorsOf(data))
      : null;
    const { allFacts: facts = [], allPredictions: predictions = [] } = scored ?? {};
    const isScored = scored !== null && scored.failure === null;
    const measured = isScored
      ? measure(assignment, { models: run.models, facts, predictions }, run.record, data)
      : null;
    if (!measured)
      return { ...failed(assignment, run, scored?.failure ?? null), output, seconds: secondsPerRun() };
    const tests = runTests(data.tests, run.results);
    perSeed.push({ seed, epochs: run.epochs, tests, ...measured });
    first ??= { ...factsByName(assignment, facts), record: run.record };
  }
  const { score: points, gates, metrics, feedback } = judge({ assignment, perSeed, ...first! });
  return {
    score: points,
    gates,
    metrics,
    findings: feedback.map(({ id }) => id),
    message: null,
    output,
    seconds: secondsPerRun(),
  };
}

function failed(
  assignment: Assignment,
  run: Trained,
  later: Trained['failure'],
): Omit<Graded, 'output' | 'seconds'> {
  const failure = run.failure ?? later ?? { code: 'wrongOutputShape', message: '', line: null };
  const { message, feedback } = describeFailure(assignment, failure, run.record);
  const text = `${message.line ? `line ${message.line}: ` : ''}${message.en}`;
  return { score: 0, gates: [], metrics: [], findings: feedback.map(({ id }) => id), message: text };
}
