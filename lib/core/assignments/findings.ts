import { assertNever } from '../result.ts';
import { valueAtPoints } from './band.ts';
import { curveOf, isStillFalling } from './curve.ts';
import type { ModelFacts, TrainRecord } from './facts.ts';
import { GENERIC_FINDINGS, type GenericId } from './finding-texts.ts';
import { collapsesToLinear, hiddenLayers, outputLayer } from './model-shape.ts';
import type { Epoch, SubmissionReport } from './report.ts';
import type { Assignment, Symptom } from './schema.ts';

export type Finding = SubmissionReport['feedback'][number];
export type RunFacts = {
  seed: number;
  /** On hidden data; null where it does not exist. */
  metric: number | null;
  interval?: [number, number] | null;
  epochs: Epoch[];
  constantPrediction: boolean;
};
export type Evidence = {
  assignment: Assignment;
  facts: ModelFacts;
  runs: readonly RunFacts[];
  record: TrainRecord | null;
  /** Median of the runs; null where it does not exist. */
  metric: number | null;
};

const AT_MOST = 3;
/** A training metric this far from the hidden one: accuracy as a difference, mean squared error as a ratio. */
const GAP = { accuracy: 0.08, mse: 2 };
/** Spread of the runs, in points of 100, that no student should have to guess about. */
const UNSTABLE_POINTS = 40;

/** What helps the student most, the assignment's own findings first, at most three. Call it for work that has room to improve. */
export function findFindings(evidence: Evidence): Finding[] {
  const own = evidence.assignment.findings
    .filter(({ symptom }) => shows(symptom, evidence))
    .map(({ id, text }) => ({ id, ...text, evidence: {} }));
  const generic = RULES.flatMap(([id, rule]) => {
    const found = rule(evidence);
    return found === null ? [] : [{ id, ...GENERIC_FINDINGS[id], evidence: found }];
  });
  const pending = generic.filter(({ id }) => id === 'pending');
  return [...pending, ...own, ...generic.filter(({ id }) => id !== 'pending')].slice(0, AT_MOST);
}

/** Each rule gives its evidence, or null when it does not apply. */
const RULES: [GenericId, (evidence: Evidence) => Finding['evidence'] | null][] = [
  ['pending', ({ record }) => when(record?.pendingFit === true)],
  ['g1', ({ runs }) => when(runs.some(({ epochs }) => curveOf(epochs, 'loss').includes(null)))],
  ['g2', ({ facts }) => when(outputLayer(facts)?.activation === 'softmax' && facts.outputShape.at(-1) === 1)],
  ['g4', ({ facts }) => when(collapsesToLinear(facts))],
  ['g5', (evidence) => gapRule(evidence, 'underfit')],
  ['g6', (evidence) => gapRule(evidence, 'overfit')],
  ['g7', ({ runs }) => stillFalling(runs)],
  ['g8', ({ runs }) => when(runs.every(({ constantPrediction }) => constantPrediction))],
  ['unstable', unstable],
];

const when = (holds: boolean): Finding['evidence'] | null => (holds ? {} : null);

function shows(symptom: Symptom, { facts, metric, runs }: Evidence): boolean {
  switch (symptom.kind) {
    case 'outputActivation':
      return symptom.is.includes(outputLayer(facts)?.activation ?? '');
    case 'hiddenActivation':
      return (
        hiddenLayers(facts).some(({ activation }) => symptom.is.includes(activation)) &&
        (symptom.metricBelow === undefined || (metric ?? 0) < symptom.metricBelow)
      );
    case 'noLayer':
      return !facts.layers.some(({ className }) => symptom.classes.includes(className));
    case 'slowForTargetScale': {
      const loss = curveOf(runs[0]?.epochs ?? [], 'loss');
      return (
        outputLayer(facts)?.activation === 'linear' &&
        (loss.at(-1) ?? 0) > symptom.lossAbove &&
        isStillFalling(loss)
      );
    }
    case 'failed':
      return false;
    default:
      return assertNever(symptom);
  }
}

/**
 * Compares training and hidden metric of the first run. Underfitting: training itself falls short of 60 points. Overfitting:
 * training is good and far better than hidden. The training metric is missing when `compile` had no `metrics`: then neither is claimed.
 */
function gapRule({ assignment, runs }: Evidence, kind: 'underfit' | 'overfit'): Finding['evidence'] | null {
  const [run] = runs;
  const accurate = assignment.metric.name === 'accuracy';
  const train = run && curveOf(run.epochs, ...(accurate ? ['acc', 'accuracy'] : ['mse', 'loss'])).at(-1);
  const hidden = run?.metric;
  const pass = valueAtPoints(assignment.band, 60);
  if (train === undefined || train === null || hidden === undefined || hidden === null || pass === null)
    return null;
  const poor = accurate ? train < pass : train > pass;
  const apart = accurate ? train - hidden > GAP.accuracy : hidden > GAP.mse * train;
  return (kind === 'underfit' ? poor : !poor && apart) ? { train, hidden } : null;
}

function stillFalling(runs: readonly RunFacts[]): Finding['evidence'] | null {
  const loss = curveOf(runs[0]?.epochs ?? [], 'loss');
  return isStillFalling(loss) ? { loss: loss.slice(-5) } : null;
}

function unstable({ assignment, runs }: Evidence): Finding['evidence'] | null {
  const values = runs.flatMap(({ metric }) => (metric === null ? [] : [metric]));
  const [pass, none] = [
    valueAtPoints(assignment.band, 100),
    valueAtPoints(assignment.band, 100 - UNSTABLE_POINTS),
  ];
  if (values.length < 2 || pass === null || none === null) return null;
  const spread = Math.max(...values) - Math.min(...values);
  const better =
    assignment.metric.name === 'accuracy' ? Math.max(...values) >= none : Math.min(...values) <= none;
  return better && spread > Math.abs(pass - none) ? { perSeed: values } : null;
}
