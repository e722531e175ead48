import { bandPoints } from './band.ts';
import type { ModelFacts, TrainRecord } from './facts.ts';
import { findFindings, type Finding, type RunFacts } from './findings.ts';
import { median } from './median.ts';
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
};

const GATE_CAP = 40;
const SOFT_COST = 10;
/** From here on, with every requirement met, there is nothing to improve that a rule could name. */
const HEALTHY_POINTS = 90;

/**
 * Judges a graded submission: the median metric of its runs through the assignment's band, capped at 40 by a failed gate, less
 * 10 for each failed soft requirement. A metric that does not exist earns nothing. `perSeed` holds at least one run.
 */
export function judge(input: {
  assignment: Assignment;
  facts: ModelFacts;
  perSeed: readonly RunFacts[];
  record: TrainRecord | null;
}): Judgement {
  const { assignment, facts, perSeed: runs, record } = input;
  const metric = medianMetric(assignment, runs);
  const gates = checkGates(assignment, facts, record);
  const failed = gates.filter(({ passed }) => !passed);
  const points = metric === null ? 0 : bandPoints(assignment.band, metric);
  const capped = failed.some(({ soft }) => !soft) ? Math.min(points, GATE_CAP) : points;
  const score = Math.round(Math.max(0, capped - SOFT_COST * failed.filter(({ soft }) => soft).length));
  const healthy = score >= HEALTHY_POINTS && failed.length === 0;
  return {
    fraction: score / 100,
    score,
    gates,
    feedback: healthy ? [] : findFindings({ assignment, facts, runs, record, metric }),
    metrics: [metricOf(assignment, runs, metric)],
  };
}

/** Missing values count as worst, so that one lost run of three does not hide behind the other two. */
function medianMetric(assignment: Assignment, runs: readonly RunFacts[]): number | null {
  const worst = assignment.metric.name === 'accuracy' ? -Infinity : Infinity;
  const value = median(runs.map(({ metric }) => metric ?? worst));
  return Number.isFinite(value) ? value : null;
}

function checkGates(
  assignment: Assignment,
  facts: ModelFacts,
  record: TrainRecord | null,
): SubmissionReport['gates'] {
  const stated = [
    ...assignment.gates.map((requirement) => ({ requirement, soft: false })),
    ...assignment.soft.map((requirement) => ({ requirement, soft: true })),
  ];
  const gates = stated.map(({ requirement: { id, text, condition }, soft }) => ({
    id,
    passed: meets(condition, facts, record),
    soft,
    ...text,
  }));
  const { paramsMax } = assignment.limits;
  return facts.params <= paramsMax ? gates : [...gates, tooLarge(paramsMax)];
}

const tooLarge = (max: number) => ({
  id: 'limit-params',
  passed: false,
  soft: false,
  tr: `Bu ödevde bir modelin en çok ${max.toLocaleString('tr')} parametresi olabilir.`,
  en: `A model in this assignment may have at most ${max.toLocaleString('en')} parameters.`,
});

function metricOf(assignment: Assignment, runs: readonly RunFacts[], value: number | null) {
  const typical = runs.find(({ metric }) => metric !== null && metric === value);
  const perSeed = runs.map(({ metric }) => metric);
  return { name: assignment.metric.name, value, perSeed, interval: typical?.interval ?? null };
}
