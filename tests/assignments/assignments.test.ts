import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { labelsOf, type DataSource } from '#lib/core/assignments/data.ts';
import { describeFailure } from '#lib/core/assignments/failures.ts';
import { judge } from '#lib/core/assignments/judge.ts';
import { computeMetric, isConstant, metricInterval } from '#lib/core/assignments/metric.ts';
import { assignmentSchema } from '#lib/core/assignments/schema.ts';
import { score, train } from './harness.ts';

/**
 * The content of every assignment, run through the boxes' programs: the reference earns at least 90, each wrong submission less than
 * 60 and the feedback the question bank promises. One seed, or all with DERIN_ALL_SEEDS=1 (the figures are then printed).
 */
const ROOT = join(import.meta.dirname, '../../question-bank/assignments');
const ALL_SEEDS = process.env['DERIN_ALL_SEEDS'] === '1';
/** Hidden seeds the bands were calibrated with. */
const HIDDEN_SEED = { a01: 901, a03: 903, a04: 904 } as const;

type Id = keyof typeof HIDDEN_SEED;

const WRONG: [Id, string, string[]][] = [
  ['a01', 'raw-inputs', ['g1']],
  ['a01', 'slow-adam', ['slow-rate', 'g7']],
  ['a01', 'sigmoid-output', ['bounded-output']],
  ['a03', 'no-hidden-layer', []],
  ['a03', 'sigmoid-sgd', ['vanishing-gradient']],
  ['a03', 'relu-output', ['no-probability']],
  ['a03', 'three-epochs', ['g7']],
  ['a04', 'mlp', ['every-position']],
  ['a04', 'no-channel-axis', ['channel-axis']],
  ['a04', 'four-filters', ['g5']],
];

test.each(Object.keys(HIDDEN_SEED) as Id[])(
  'the reference of %s earns at least 90 and no finding',
  async (id) => {
    const { score: points, feedback } = await grade(id, 'reference.js');
    expect(points).toBeGreaterThanOrEqual(90);
    expect(feedback).toEqual([]);
  },
  240_000,
);

test.each(WRONG)(
  '%s %s earns less than 60 and says why',
  async (id, name, findings) => {
    const { score: points, feedback } = await grade(id, `wrong/${name}.js`);
    expect(points).toBeLessThan(60);
    for (const finding of findings) expect(feedback).toContain(finding);
  },
  240_000,
);

test('every wrong submission in the bank is in the table', () => {
  const files = Object.keys(HIDDEN_SEED).flatMap((id) =>
    readdirSync(join(ROOT, id, 'wrong')).map((name) => `${id} ${name}`),
  );
  expect(files.toSorted()).toEqual(WRONG.map(([id, name]) => `${id} ${name}.js`).toSorted());
});

test.each(Object.keys(HIDDEN_SEED) as Id[])(
  'the starter of %s is valid code that still earns less than 60',
  async (id) => {
    expect((await grade(id, 'starter.js')).score).toBeLessThan(60);
  },
  240_000,
);

async function grade(id: Id, file: string): Promise<{ score: number; feedback: string[] }> {
  const assignment = assignmentSchema.parse(parse(readFileSync(join(ROOT, id, 'assignment.yml'), 'utf8')));
  const { default: source } = (await import(join(ROOT, id, 'data.ts'))) as { default: DataSource };
  const [data, hidden] = [source.publicData(), source.hiddenData(HIDDEN_SEED[id])];
  const code = readFileSync(join(ROOT, id, file), 'utf8');
  const perSeed = [];
  let last = null;
  for (const seed of ALL_SEEDS ? assignment.seeds : assignment.seeds.slice(0, 1)) {
    const started = performance.now();
    const { epochsMax } = assignment.limits;
    const run = await train({ source: code, seed, labels: labelsOf(assignment.metric), epochsMax, data });
    const seconds = (performance.now() - started) / 1000;
    const scored = run.ok ? await score(run.topology, run.weights, hidden.x, hidden.xShape) : null;
    const failure = run.failure ?? scored?.failure ?? null;
    if (failure || !scored?.facts) {
      const report = describeFailure(assignment, failure!);
      if (ALL_SEEDS)
        console.log(
          id,
          file,
          report.message.en,
          report.message.line,
          report.feedback.map((each) => each.id),
        );
      return { score: 0, feedback: report.feedback.map((each) => each.id) };
    }
    const columns = scored.facts.outputShape.at(-1)!;
    const metric = computeMetric(assignment.metric, scored.predictions, columns, hidden.y);
    const interval = metricInterval(assignment.metric, scored.predictions, columns, hidden.y);
    perSeed.push({
      seed,
      metric,
      interval,
      epochs: run.epochs,
      constantPrediction: isConstant(scored.predictions, columns),
    });
    last = { facts: scored.facts, record: run.record, seconds };
  }
  const judgement = judge({ assignment, facts: last!.facts, record: last!.record, perSeed });
  const feedback = judgement.feedback.map((each) => each.id);
  if (ALL_SEEDS)
    console.log(
      id,
      file,
      judgement.score,
      JSON.stringify(judgement.metrics[0]),
      feedback,
      `${last!.seconds.toFixed(1)} s`,
    );
  return { score: judgement.score, feedback };
}
