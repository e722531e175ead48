import { assertNever } from '../result.ts';
import { valueAtPoints } from './band.ts';
import { curveOf, isStillFalling } from './curve.ts';
import type { Evidence, RunFacts } from './evidence.ts';
import type { TrainRecord } from './facts.ts';
import { isHigherBetter } from './metric-kind.ts';
import { hiddenLayers, isOneOf, outputLayer } from './model-shape.ts';
import { meets } from './requirements.ts';
import type { Symptom } from './symptom.ts';

/** Spread of the runs, in points of 100, that no student should have to guess about. */
const UNSTABLE_POINTS = 40;
/** Share of right answers that no dropout and no last step of an epoch explains. */
const LAG = 0.2;

/** Does one of an assignment's own symptoms show? Those of failed work never do here: `failures.ts` looks for them. */
export function shows(symptom: Symptom, evidence: Evidence): boolean {
  const { facts, measures, record } = evidence;
  switch (symptom.kind) {
    case 'outputActivation':
      return symptom.is.includes(outputLayer(facts)?.activation ?? '');
    case 'hiddenActivation':
      return (
        hiddenLayers(facts).some(({ activation }) => symptom.is.includes(activation)) &&
        (symptom.metricBelow === undefined || (measures['metric'] ?? 0) < symptom.metricBelow)
      );
    case 'noLayer':
      return !facts.layers.some((layer) => isOneOf(layer, symptom.classes));
    case 'dropoutAbove':
      return facts.layers.some(({ rate }) => rate !== null && rate > symptom.rate);
    case 'regularized':
      return facts.layers.some(({ regularized }) => regularized) === symptom.is;
    case 'meets':
      return meets(symptom.condition, evidence);
    case 'fails':
      return !meets(symptom.condition, evidence);
    case 'slowForTargetScale':
      return isSlow(symptom.lossAbove, evidence);
    case 'laggingAverages':
      return averagesLag(evidence);
    case 'noCallback':
      return record !== null && !record.callbacks.some((each) => symptom.classes.includes(each));
    case 'fitRows':
      return record !== null && fitsRows(symptom, record);
    case 'allOf':
      return symptom.of.every((each) => shows(each, evidence));
    case 'failed':
      return false;
    default:
      return assertNever(symptom);
  }
}

function isSlow(lossAbove: number, { facts, runs }: Evidence): boolean {
  const loss = curveOf(runs[0]?.epochs ?? [], 'loss');
  return (
    outputLayer(facts)?.activation === 'linear' && (loss.at(-1) ?? 0) > lossAbove && isStillFalling(loss)
  );
}

function fitsRows(
  { above = -Infinity, below = Infinity, split }: Symptom & { kind: 'fitRows' },
  { rows, validationSplit }: TrainRecord,
): boolean {
  return rows !== null && rows > above && rows < below && (split === undefined || validationSplit > 0);
}

/**
 * Training normalises by its batch, the finished model by moving averages. After few steps these still hold much of their start, so
 * that runs differ, or a run's own log is far above what its model reaches on the same rows.
 */
function averagesLag(evidence: Evidence): boolean {
  const { facts, runs } = evidence;
  if (!facts.layers.some(({ className }) => className === 'BatchNormalization')) return false;
  const fell = ({ epochs, train }: RunFacts) => {
    const logged = curveOf(epochs, 'acc', 'accuracy').at(-1) ?? null;
    return logged !== null && train !== null && logged - train > LAG;
  };
  return isUnstable(evidence) || runs.some(fell);
}

/** One run does well while another lies more than 40 points of the band away. */
export function isUnstable({ assignment, runs }: Evidence): boolean {
  const values = runs.flatMap(({ metric }) => (metric === null ? [] : [metric]));
  const [full, low] = [
    valueAtPoints(assignment.band, 100),
    valueAtPoints(assignment.band, 100 - UNSTABLE_POINTS),
  ];
  if (values.length < 2 || full === null || low === null) return false;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const isGood = isHigherBetter(assignment.metric) ? most >= low : least <= low;
  return isGood && most - least > Math.abs(full - low);
}
