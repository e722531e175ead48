import { assertNever } from '../result.ts';
import type { Condition } from './condition.ts';
import type { Built } from './evidence.ts';
import type { LayerFacts } from './facts.ts';
import { hiddenLayers, isOneOf, outputActivation, outputLayer, weightedLayers } from './model-shape.ts';

/** Does the work meet a condition? The record of training serves the two conditions that no model can show. */
export function meets(condition: Condition, built: Built): boolean {
  const { facts, record, measures } = built;
  switch (condition.kind) {
    case 'paramsAtMost':
      return facts.params <= condition.max;
    case 'trainableLayers':
      return facts.layers.filter(({ trainable }) => trainable).length === condition.exactly;
    case 'hiddenLayersAtLeast':
      return (
        hiddenLayers(facts).filter(({ activation }) => !condition.nonlinear || activation !== 'linear')
          .length >= condition.min
      );
    case 'hiddenUnitsAtLeast':
      return hiddenLayers(facts)
        .filter((layer) => isOneOf(layer, condition.classes))
        .every(({ units }) => units !== null && units >= condition.min);
    case 'layersAtLeast':
      return facts.layers.filter((layer) => counts(layer, condition)).length >= condition.min;
    case 'epochsAtMost':
      return (record?.epochs ?? 0) <= condition.max;
    case 'output':
      return outputFits(condition, built);
    case 'outputs':
      return isSame(
        facts.outputs.map(({ units }) => units),
        condition.units,
      );
    case 'activationOf':
      return condition.is.includes(outputActivation(facts, condition.output) ?? '');
    case 'sharedLayersAtLeast':
      return facts.sharedLayers >= condition.min;
    case 'bottleneckAtMost':
      return facts.bottleneck !== null && facts.bottleneck <= condition.max;
    case 'frozenLayersAtLeast':
      return weightedLayers(facts).filter(({ trainable }) => !trainable).length >= condition.min;
    case 'onBase':
      return isOnBase(condition.movedBelow, built);
    case 'tests':
      return condition.pass.every((id) => built.passedTests.has(id));
    case 'option':
      return inRange(record?.options[condition.name] ?? null, condition);
    case 'of': {
      const other = built.models[condition.model];
      return other !== undefined && meets(condition.condition, { ...built, facts: other });
    }
    case 'measure':
      return inRange(measures[condition.name] ?? null, condition);
    case 'anyOf':
      return condition.of.some((each) => meets(each, built));
    default:
      return assertNever(condition);
  }
}

function counts(
  layer: LayerFacts,
  { classes, kernelSizeAtLeast = 0, stepsAtLeast = 0 }: Condition & { kind: 'layersAtLeast' },
): boolean {
  const isWide = (layer.kernelSize ?? [0]).every((side) => side >= kernelSizeAtLeast);
  const seesSteps = (layer.inputShape[1] ?? Infinity) >= stepsAtLeast;
  return isOneOf(layer, classes) && isWide && seesSteps;
}

const inRange = (value: number | null, { atLeast = -Infinity, below = Infinity }: Range): boolean =>
  value !== null && value >= atLeast && value < below;
type Range = { atLeast?: number | undefined; below?: number | undefined };

/** A frozen phase is what the student's process said: a lie cannot bring the kernels back. */
const isOnBase = (movedBelow: number, { measures, record }: Built): boolean => {
  const moved = measures['baseMoved'] ?? null;
  const below = (record?.frozenEpochs ?? 0) > 0 ? movedBelow : Number.MIN_VALUE;
  return moved !== null && moved < below;
};

const isSame = (a: readonly (number | null)[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);

function outputFits(
  { units, activation, orLinearWithLoss = [] }: Condition & { kind: 'output' },
  { facts, record }: Built,
): boolean {
  const output = outputLayer(facts);
  if (output === null || facts.outputShape.at(-1) !== units) return false;
  const logits = output.activation === 'linear' && orLinearWithLoss.includes(record?.loss ?? '');
  return activation.includes(output.activation) || logits;
}
