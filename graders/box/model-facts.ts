import * as tf from '@tensorflow/tfjs';
import type { LayerFacts, ModelFacts } from '#lib/core/assignments/facts.ts';
import { graphFacts } from './model-graph.ts';

type Inner = { className?: string; config?: Config };
/** What tfjs writes about a layer, as far as facts are taken from it. */
type Config = {
  units?: number;
  filters?: number;
  activation?: unknown;
  kernelSize?: number | number[];
  rate?: number;
  kernelRegularizer?: { config?: { l1?: number; l2?: number } } | null;
  layer?: Inner;
  cell?: Inner;
  cells?: Inner[];
};

/** Facts of a built model, nested models flattened, input layers left out. */
export function modelFacts(model: tf.LayersModel): ModelFacts {
  return {
    layers: flatten(model).map(layerFacts),
    params: model.countParams(),
    outputShape: shapeOf(model.outputShape),
    ...graphFacts(model),
  };
}

function flatten(model: tf.LayersModel): tf.layers.Layer[] {
  return model.layers.flatMap((layer) => {
    if (layer instanceof tf.LayersModel) return flatten(layer);
    return layer.getClassName() === 'InputLayer' ? [] : [layer];
  });
}

function layerFacts(layer: tf.layers.Layer): LayerFacts {
  const config = layer.getConfig() as Config;
  const own = config.layer?.config ?? config;
  const { units, filters, activation, kernelSize, rate, kernelRegularizer } = own;
  const { l1 = 0, l2 = 0 } = kernelRegularizer?.config ?? {};
  // A shared layer has one node for each place where it is used.
  const [use] = layer.inboundNodes;
  return {
    className: layer.getClassName(),
    inner: innerClasses(config),
    units: units ?? filters ?? null,
    activation: typeof activation === 'string' ? activation : null,
    kernelSize: kernelSize === undefined ? null : [kernelSize].flat(),
    rate: rate ?? null,
    regularized: l1 > 0 || l2 > 0,
    params: layer.countParams(),
    trainable: layer.trainableWeights.length > 0,
    inputShape: shapeOf(use!.inputShapes),
    outputShape: shapeOf(use!.outputShapes),
  };
}

/** Class names of what a wrapper wraps, at any depth. */
function innerClasses({ layer, cell, cells = [] }: Config): string[] {
  return [layer, cell, ...cells].flatMap((inner) =>
    inner?.className === undefined ? [] : [inner.className, ...innerClasses(inner.config ?? {})],
  );
}

/** The first of several shapes. */
const shapeOf = (shape: tf.Shape | tf.Shape[]): (number | null)[] =>
  (Array.isArray(shape[0]) ? shape[0] : shape) as (number | null)[];
