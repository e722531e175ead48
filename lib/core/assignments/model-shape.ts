import type { LayerFacts, ModelFacts } from './facts.ts';

/** Layers that are an activation and nothing else, with the activation they stand for (null: named in the layer). */
const ACTIVATION_LAYERS: Record<string, string | null> = {
  Activation: null,
  ReLU: 'relu',
  LeakyReLU: 'leakyReLU',
  PReLU: 'prelu',
  ELU: 'elu',
  ThresholdedReLU: 'thresholdedReLU',
  Softmax: 'softmax',
};

/** A layer with weights, and the activation that acts on it whether written inside it or as a layer of its own. */
export type WeightedLayer = {
  className: string;
  inner: string[];
  units: number | null;
  activation: string;
  trainable: boolean;
};

/** The weighted layers in order, without normalising ones; a layer without activation is `linear`. */
export function weightedLayers({ layers }: ModelFacts): WeightedLayer[] {
  const found: WeightedLayer[] = [];
  for (const layer of layers) {
    const last = found.at(-1);
    if (layer.className in ACTIVATION_LAYERS) {
      if (last) last.activation = ACTIVATION_LAYERS[layer.className] ?? layer.activation ?? 'linear';
    } else if (layer.params > 0 && !layer.className.endsWith('Normalization')) {
      found.push(weighted(layer));
    }
  }
  return found;
}

/** The activation of the last layer before an output; `linear` where it has none. */
export const outputActivation = ({ outputs }: ModelFacts, output: number): string | null => {
  const found = outputs[output];
  return found ? (ACTIVATION_LAYERS[found.className] ?? found.activation ?? 'linear') : null;
};

export const outputLayer = (facts: ModelFacts): WeightedLayer | null => weightedLayers(facts).at(-1) ?? null;
export const hiddenLayers = (facts: ModelFacts): WeightedLayer[] => weightedLayers(facts).slice(0, -1);

/** Is it, or what it wraps, a layer of one of these classes? */
export const isOneOf = (
  { className, inner }: Pick<LayerFacts, 'className' | 'inner'>,
  classes: readonly string[],
): boolean => [className, ...inner].some((each) => classes.includes(each));

/** True when layers without activation follow one another, so that together they are one linear map. */
export function collapsesToLinear(facts: ModelFacts): boolean {
  const hidden = hiddenLayers(facts);
  const bends = facts.layers.some(({ className }) => /MaxPooling|LayerNormalization/.test(className));
  return hidden.length > 0 && !bends && hidden.every(({ activation }) => activation === 'linear');
}

const weighted = ({ className, inner, units, activation, trainable }: LayerFacts): WeightedLayer => ({
  className,
  inner,
  units,
  activation: activation ?? 'linear',
  trainable,
});
