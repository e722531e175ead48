import { valueAtPoints } from './band.ts';
import { curveOf, isStillFalling } from './curve.ts';
import type { Evidence, Finding, RunFacts } from './evidence.ts';
import type { TrainRecord } from './facts.ts';
import { GENERIC_FINDINGS, type GenericId } from './finding-texts.ts';
import { isHigherBetter } from './metric-kind.ts';
import { collapsesToLinear, outputLayer } from './model-shape.ts';
import { isUnstable, shows } from './symptoms.ts';

const AT_MOST = 3;
/** A training metric this far from the hidden one: a share of right answers as a difference, mean squared error as a ratio. */
const GAP = { share: 0.08, error: 2 };

/**
 * What helps the student most: a forgotten `await`, then the assignment's own findings, then the generic ones, at most three.
 * Healthy work, which has no room to improve, gets the remarks only.
 */
export function findFindings(evidence: Evidence, isHealthy: boolean): Finding[] {
  const own = evidence.assignment.findings
    .filter(({ remark = false, symptom }) => (remark || !isHealthy) && shows(symptom, evidence))
    .map(({ id, text }) => ({ id, ...text, evidence: {} }));
  if (isHealthy) return own.slice(0, AT_MOST);
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
  ['g3', ({ record }) => when(record !== null && hasWholeLabels(record))],
  ['g4', ({ facts }) => when(collapsesToLinear(facts))],
  ['g5', (evidence) => gapRule(evidence, 'underfit')],
  ['g6', (evidence) => gapRule(evidence, 'overfit')],
  // A loss that falls towards memorised labels needs no more epochs.
  ['g7', (evidence) => (gapRule(evidence, 'overfit') ? null : stillFalling(evidence.runs))],
  ['g8', ({ runs }) => when(runs.every(({ constantPrediction }) => constantPrediction))],
  ['unstable', (evidence) => (isUnstable(evidence) ? { perSeed: metricsOf(evidence) } : null)],
];

const when = (holds: boolean): Finding['evidence'] | null => (holds ? {} : null);
const metricsOf = ({ runs }: Evidence) => runs.map(({ metric }) => metric);

/** Categorical cross-entropy takes a vector per row; one number per row is a class, not a vector. */
export const hasWholeLabels = ({ loss, labelShape }: TrainRecord): boolean =>
  loss === 'categoricalCrossentropy' && labelShape !== null && labelShape.every((side) => side === 1);

/**
 * Compares training and hidden metric of the first run. Underfitting: both fall short of 60 points (with noisy labels training alone
 * may). Overfitting: training is good and far better than hidden.
 */
function gapRule({ assignment, runs }: Evidence, kind: 'underfit' | 'overfit'): Finding['evidence'] | null {
  const { train = null, metric: hidden = null } = runs[0] ?? {};
  const pass = valueAtPoints(assignment.band, 60);
  if (train === null || hidden === null || pass === null) return null;
  const upwards = isHigherBetter(assignment.metric);
  const isPoor = (value: number) => (upwards ? value < pass : value > pass);
  const isApart = upwards ? train - hidden > GAP.share : hidden > GAP.error * train;
  const holds = kind === 'underfit' ? isPoor(train) && isPoor(hidden) : !isPoor(train) && isApart;
  return holds ? { train, hidden } : null;
}

function stillFalling(runs: readonly RunFacts[]): Finding['evidence'] | null {
  const loss = curveOf(runs[0]?.epochs ?? [], 'loss');
  return isStillFalling(loss) ? { loss: loss.slice(-5) } : null;
}
