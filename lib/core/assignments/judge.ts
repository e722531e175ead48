import { bandPoints } from './band.ts';
import type { Built, Finding, RunFacts } from './evidence.ts';
import type { ModelFacts, TrainRecord } from './facts.ts';
import { findFindings } from './findings.ts';
import { passedShare } from './function-tests.ts';
import type { Measures } from './measures.ts';
import { median } from './median.ts';
import { isHigherBetter } from './metric-kind.ts';
import { partsOf } from './parts.ts';
import type { SubmissionReport } from './report.ts';
import { meets } from './requirements.ts';
import type { Assignment } from './schema.ts';

export type Judgement = {
  /** 0..1, in whole hundredths. */
  fraction: number;
  /** Whole points of 100. */
  score: number;
  gates: SubmissionReport['gates'];
  feedback: Finding[];
  metrics: SubmissionReport['metrics'];
  breakdown: SubmissionReport['breakdown'];
  tests: SubmissionReport['tests'];
};

const GATE_CAP = 40;
const SOFT_COST = 10;
const FINDINGS_MAX = 3;
/** From here on, with every requirement met, there is nothing to improve that a rule could name. */
const HEALTHY_POINTS = 90;

/**
 * Judges a graded submission: the median metric of its runs through the assignment's band, capped at 40 by a failed gate, less
 * 10 for each failed soft requirement. A metric that does not exist earns nothing. `perSeed` holds at least one run.
 */
export function judge(input: {
  assignment: Assignment;
  /** Of the first model; `models` holds all of them by name. */
  facts: ModelFacts;
  models?: Built['models'];
  perSeed: readonly RunFacts[];
  record: TrainRecord | null;
}): Judgement {
  const { assignment, facts, models = {}, record } = input;
  const runs = assignment.metric.name === 'tests' ? input.perSeed.map(measuredByTests) : input.perSeed;
  const measures = mediansOf(assignment, runs);
  const metric = measures['metric']!;
  const built: Built = { facts, models, record, measures, passedTests: passedTestsOf(runs) };
  const gates = checkGates(assignment, built);
  const failed = gates.filter(({ passed }) => !passed);
  const points = metric === null ? 0 : bandPoints(assignment.band, metric);
  const capped = failed.some(({ soft }) => !soft) ? Math.min(points, GATE_CAP) : points;
  const score = Math.round(Math.max(0, capped - SOFT_COST * failed.filter(({ soft }) => soft).length));
  const isHealthy = score >= HEALTHY_POINTS && failed.length === 0;
  return {
    fraction: score / 100,
    score,
    gates,
    feedback: [...mistakesOf(runs), ...findFindings({ ...built, assignment, runs }, isHealthy)].slice(0, FINDINGS_MAX),
    tests: listedTests(runs),
    metrics: metricsOf(assignment, runs, measures),
    breakdown: typicalRun(runs, metric)?.breakdown ?? null,
  };
}

const measuredByTests = (run: RunFacts): RunFacts => ({ ...run, metric: passedShare(run.tests) });

/** Usual mistakes that failed tests show, each once. */
function mistakesOf(runs: readonly RunFacts[]): Finding[] {
  const shown = runs.flatMap(({ tests }) => tests.flatMap(({ mistake }) => mistake ?? []));
  return [...new Map(shown.map(({ id, text }) => [id, { id, ...text, evidence: {} }])).values()];
}

/** Of the first run: functions give the same in each, but for what they draw. */
const listedTests = ([first]: readonly RunFacts[]): SubmissionReport['tests'] =>
  (first?.tests ?? []).flatMap(({ id, passed, text }) => (text ? [{ id, passed, ...text }] : []));

/** Each run's value of each measure, the metric first; a run may lack a measure that another has. */
function valuesOf(runs: readonly RunFacts[]): Map<string, (number | null)[]> {
  const names = new Set(['metric', 'train', ...runs.flatMap((run) => Object.keys(run.measures))]);
  const of = ({ metric, train, measures }: RunFacts): Measures => ({ metric, train, ...measures });
  return new Map([...names].map((name) => [name, runs.map((run) => of(run)[name] ?? null)]));
}

/** Missing values count as worst, so that one lost run of three does not hide behind the other two. */
function mediansOf(assignment: Assignment, runs: readonly RunFacts[]): Measures {
  const kinds = new Map(partsOf(assignment).map(({ id, metric }) => [id, metric]));
  const medians = [...valuesOf(runs)].map(([name, values]) => {
    const worst = isHigherBetter(kinds.get(name) ?? assignment.metric) ? -Infinity : Infinity;
    const value = median(values.map((each) => each ?? worst));
    return [name, Number.isFinite(value) ? value : null] as const;
  });
  return Object.fromEntries(medians);
}

function passedTestsOf(runs: readonly RunFacts[]): Set<string> {
  const all = runs.flatMap(({ tests }) => tests);
  const failed = new Set(all.filter(({ passed }) => !passed).map(({ id }) => id));
  return new Set(all.map(({ id }) => id).filter((id) => !failed.has(id)));
}

function checkGates(assignment: Assignment, built: Built): SubmissionReport['gates'] {
  const stated = [
    ...assignment.gates.map((requirement) => ({ requirement, soft: false })),
    ...assignment.soft.map((requirement) => ({ requirement, soft: true })),
  ];
  const gates = stated.map(({ requirement: { id, text, condition }, soft }) => ({
    id,
    passed: meets(condition, built),
    soft,
    ...text,
  }));
  const { paramsMax } = assignment.limits;
  return paramsOf(built) <= paramsMax ? gates : [...gates, tooLarge(paramsMax)];
}

/** Of all models together. */
function paramsOf({ facts, models }: Built): number {
  const all = Object.values(models);
  return (all.length > 0 ? all : [facts]).reduce((sum, { params }) => sum + params, 0);
}

const tooLarge = (max: number) => ({
  id: 'limit-params',
  passed: false,
  soft: false,
  tr: `Bu ödevde bir modelin en çok ${max.toLocaleString('tr')} parametresi olabilir.`,
  en: `A model in this assignment may have at most ${max.toLocaleString('en')} parameters.`,
});

/** The run whose metric is the median. */
const typicalRun = (runs: readonly RunFacts[], metric: number | null): RunFacts | undefined =>
  metric === null ? undefined : runs.find((run) => run.metric === metric);

/** The metric under its own name and with its interval, then what else was measured; training only where it was. */
function metricsOf(
  { metric }: Assignment,
  runs: readonly RunFacts[],
  medians: Measures,
): Judgement['metrics'] {
  const typical = typicalRun(runs, medians['metric'] ?? null);
  const told = [...valuesOf(runs)].filter(([name, values]) => name !== 'train' || !values.every(isNull));
  return told.map(([name, perSeed]) => ({
    name: name === 'metric' ? metric.name : name,
    value: medians[name] ?? null,
    perSeed,
    interval: name === 'metric' ? (typical?.interval ?? null) : null,
  }));
}

const isNull = (value: unknown): boolean => value === null;
