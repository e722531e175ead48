import type { Heap } from '../heap.ts';
import type { Address } from '../address.ts';
import { metricByTfjs, scoreByTfjs } from './autodiff.ts';
import type { Plain } from './functions.ts';
import type { LossFunction } from './internals.ts';
import type { Scored } from './scored.ts';

/** Loss and metrics of a batch in the order of the model's labels. */
export type Score = (rows: number) => number[];

/** As tfjs's train function does it: the mean of all losses together, then the losses of the outputs where there are several, then metrics. */
export function makeTrainScore(scored: Scored): Score {
  const { model, outputs } = scored;
  const losses = plainLosses(scored);
  const metrics = model.metricsTensors
    .slice(outputs.length > 1 ? outputs.length : 0)
    .map((metric) => makeMetric(scored, metric));
  return (rows) => {
    const { total, each } = losses ? addUp(losses(rows)) : scoreByTfjs(scored, rows);
    return [total, ...(outputs.length > 1 ? each : []), ...metrics.map((metric) => metric(rows))];
  };
}

/** As tfjs's test function does it: the losses of the outputs added up one after another, then all metrics. */
export function makeTestScore(scored: Scored): Score {
  const without = { ...scored, gradients: null };
  const { model, outputs } = scored;
  const losses = outputs.map((_, i) => makeMetric(without, [model.lossFunctions[i]!, i]));
  const metrics = model.metricsTensors.map((metric) => makeMetric(without, metric));
  return (rows) => {
    let sum = 0;
    const sums = losses.map((loss) => (sum += loss(rows)));
    return [...sums, ...metrics.map((metric) => metric(rows))];
  };
}

const addUp = (each: number[]) => ({ total: each.reduce((a, b) => a + b, 0), each });

/** All losses without tfjs, null where one of them needs it. Losses of several outputs must be of one shape: tfjs adds them row by row. */
function plainLosses(scored: Scored): ((rows: number) => number[]) | null {
  const { model, outputs, gradients } = scored;
  const losses = outputs.map((_, i) => plainFor(scored, model.lossFunctions[i]!, i));
  const shapes = new Set(outputs.map(({ shape }) => shape.slice(0, -1).join()));
  if (shapes.size > 1 || losses.some((plain) => !plain?.isLoss)) return null;
  const places = outputs.map((_, i) => placeOf(scored, i, gradients![i]!, true));
  return (rows) => losses.map((plain, i) => meanOf(scored.heap, plain!, places[i]!, rows));
}

function makeMetric(scored: Scored, [metric, i]: [LossFunction, number]): (rows: number) => number {
  const plain = plainFor(scored, metric, i, false);
  if (!plain) return (rows) => metricByTfjs(scored, metric, i, rows);
  const place = placeOf(scored, i, 0, false);
  return (rows) => meanOf(scored.heap, plain, place, rows);
}

/** The function without tfjs, where there is one and it means the same for these shapes. */
function plainFor(scored: Scored, given: LossFunction, i: number, isWeighted = true): Plain | null {
  const plain = scored.functions.get(given);
  const { shape, size } = scored.outputs[i]!;
  const target = scored.targets[i]!;
  if (!plain || shape.length === 0) return null;
  if (isWeighted && target.weights && (shape.length > 1 || target.weightShape!.length > 0)) return null;
  if (!plain.isSparse) return target.shape.join() === shape.join() ? plain : null;
  // tfjs takes the floor of labels, which it has for floats only.
  const isRefused = plain.isLoss && target.dtype !== 'float32';
  const isColumn = target.shape.join() === [...shape.slice(0, -1), 1].join();
  return !isRefused && isColumn && size === target.size * shape.at(-1)! ? plain : null;
}

type Place = {
  columns: number;
  perRow: number;
  output: Address;
  target: Address;
  weights: Address;
  gradient: Address;
};

function placeOf({ outputs, targets }: Scored, i: number, gradient: Address, isWeighted: boolean): Place {
  const { shape, size, at } = outputs[i]!;
  const { floatsAt, weights } = targets[i]!;
  const columns = shape.at(-1)!;
  return {
    columns,
    perRow: size / columns,
    output: at,
    target: floatsAt,
    weights: isWeighted ? weights : 0,
    gradient,
  };
}

function meanOf(heap: Heap, { compute }: Plain, place: Place, rows: number): number {
  const count = rows * place.perRow;
  const sum = compute({ ...place, floats: heap.floats(), rows: count, scale: 1 / count });
  return sum / count;
}
