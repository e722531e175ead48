import * as tf from '@tensorflow/tfjs';
import type { LayerFacts, ModelFacts } from '#lib/core/assignments/facts.ts';

type Config = { units?: number; filters?: number; activation?: unknown; layer?: { config?: Config } };

/** Facts of a built model, nested models flattened, input layers left out. */
export function modelFacts(model: tf.LayersModel): ModelFacts {
  return { layers: flatten(model).map(layerFacts), params: model.countParams(), outputShape: shapeOf(model) };
}

function flatten(model: tf.LayersModel): tf.layers.Layer[] {
  return model.layers.flatMap((layer) => {
    if (layer instanceof tf.LayersModel) return flatten(layer);
    return layer.getClassName() === 'InputLayer' ? [] : [layer];
  });
}

function layerFacts(layer: tf.layers.Layer): LayerFacts {
  const config = layer.getConfig() as Config;
  const inner = config.layer?.config ?? config;
  return {
    className: layer.getClassName(),
    units: inner.units ?? inner.filters ?? null,
    activation: typeof inner.activation === 'string' ? inner.activation : null,
    params: layer.countParams(),
    trainable: layer.trainableWeights.length > 0,
    outputShape: shapeOf(layer),
  };
}

/** The first output's shape. */
function shapeOf({ outputShape }: tf.layers.Layer): (number | null)[] {
  return (Array.isArray(outputShape[0]) ? outputShape[0] : outputShape) as (number | null)[];
}
