import { bandPoints, PASS_POINTS } from '../band.ts';
import { curveOf } from '../curve.ts';
import type { Evidence, RunFacts } from '../evidence.ts';
import type { Assignment } from '../schema.ts';
import type { Trace } from '../trace.ts';
import { outputLayer, type WeightedLayer } from '../model-shape.ts';

/** The first run of a submission as the rules look at it. */
export type View = Evidence & {
  run: RunFacts | null;
  trace: Trace | null;
  /** Training loss by epoch; null where it was no number. */
  loss: (number | null)[];
  output: WeightedLayer | null;
  /** What the model is asked for; `other` for samples, several parts and whatever has no labels to compare with. */
  task: 'classes' | 'quantity' | 'other';
  /** Share of what can be learnt that was: 0 for always saying the same, 1 for no error. Null where it was not measured. */
  trainSkill: number | null;
  /** The same, by the training's own log on the rows it was given. */
  loggedSkill: number | null;
  /** Points of the band for the metric on the training data, and on hidden data. */
  trainPoints: number | null;
  hiddenPoints: number | null;
};

export function viewOf(evidence: Evidence): View {
  const { assignment, facts, runs, record } = evidence;
  const run = runs[0] ?? null;
  const trace = record?.trace ?? null;
  const skill = (value: number | null | undefined) => skillOf(evidence, trace, value ?? null);
  const points = (value: number | null | undefined) =>
    value === null || value === undefined ? null : bandPoints(assignment.band, value);
  return {
    ...evidence,
    run,
    trace,
    loss: curveOf(run?.epochs ?? [], 'loss'),
    output: outputLayer(facts),
    task: taskOf(assignment),
    trainSkill: skill(run?.train),
    loggedSkill: skill(curveOf(run?.epochs ?? [], ...LOGGED[taskOf(assignment)]).at(-1)),
    trainPoints: points(run?.train),
    hiddenPoints: points(run?.metric),
  };
}

function taskOf({ metric }: Assignment): View['task'] {
  if (metric.name === 'accuracy' || metric.name === 'balancedAccuracy') return 'classes';
  return metric.name === 'mse' || metric.name === 'mae' ? 'quantity' : 'other';
}

/** Names under which tfjs logs the metric of a task. */
const LOGGED = { classes: ['acc', 'accuracy'], quantity: [], other: [] };

function skillOf(
  { assignment: { metric } }: Evidence,
  trace: Trace | null,
  value: number | null,
): number | null {
  if (value === null) return null;
  if (metric.name === 'mse') {
    const std = (trace?.given.y.std ?? 0) * metric.scale;
    return std > 0 ? 1 - value / std ** 2 : null;
  }
  if (metric.name !== 'accuracy' && metric.name !== 'balancedAccuracy') return null;
  const chance = metric.name === 'accuracy' ? (trace?.given.y.commonest ?? 1 / metric.classes) : 0.5;
  return chance < 1 ? (value - chance) / (1 - chance) : null;
}

/**
 * Falls short of passing, or left nothing to measure: what only costs marks is no fault where it passes. Both metrics must: labels
 * with noise keep the one on the training data low.
 */
export const isPoor = ({ trainPoints, hiddenPoints }: Pick<View, 'trainPoints' | 'hiddenPoints'>): boolean =>
  (trainPoints ?? 0) < PASS_POINTS && (hiddenPoints ?? 0) < PASS_POINTS;
