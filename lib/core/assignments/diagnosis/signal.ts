import type { LayerTrace, Probe } from '../trace.ts';
import { when, type Rule } from './rule.ts';
import { isPoor, type View } from './view.ts';

/**
 * Does the signal pass through the layers, forwards and backwards? Two thresholds follow AutoTrainer (Zhang et al., ICSE 2021): a
 * first gradient below 0.0001 and below 0.001 of the last has vanished, and 70 % of units at zero are dying ReLUs. There the
 * gradients are norms of kernels, here root mean squares of layers, so that the size of a layer does not matter.
 */
const VANISHED = { ratio: 1e-3, first: 1e-4 };
/** With Glorot's or He's weights a layer keeps the size of what passes through (Glorot and Bengio 2010; He et al. 2015). */
const GROWN = 100;
const DEAD = 0.7;

const DEAD_EXPLAINS = ['g5', 'g8', 'vanishing-gradient'];
const DEAD_SEEN = {
  tr: '{layer}. katmanda ({className}) nöronların {deadShare} kadarı bütün satırlarda 0.',
  en: 'In layer {layer} ({className}), {deadShare} of the units are 0 for every row.',
};

export const SIGNAL_RULES: Rule[] = [
  {
    id: 'dead-relu',
    text: {
      title: {
        tr: 'Ölü ReLU: nöronların çoğu baştan beri her girdide 0 veriyor',
        en: 'Dead ReLU: most units have given 0 for every input from the start',
      },
      seen: DEAD_SEEN,
      step: {
        tr: 'Ağırlıkları `heNormal`, bias terimini 0 ile başlatın.',
        en: 'Start from `heNormal` weights and a bias of 0.',
      },
    },
    explains: DEAD_EXPLAINS,
    check: (view) => checkDead(view, true),
  },
  {
    id: 'dead-relu',
    text: {
      title: {
        tr: 'Ölü ReLU: eğitim sonunda nöronların çoğu her girdide 0 veriyor',
        en: 'Dead ReLU: after training most units give 0 for every input',
      },
      seen: DEAD_SEEN,
      step: { tr: 'Öğrenme oranını 10 kat küçültün.', en: 'Lower the learning rate tenfold.' },
    },
    explains: DEAD_EXPLAINS,
    check: (view) => checkDead(view, false),
  },
  {
    id: 'vanishing-gradient',
    text: {
      title: {
        tr: 'Kaybolan gradyan: ilk katmanlara öğrenecek bir şey ulaşmıyor',
        en: 'Vanishing gradient: nothing to learn from reaches the first layers',
      },
      seen: {
        tr: 'İlk katmanın gradyanı, son katmanınkinin {times} katı küçük ({layers} katman, `{activation}`).',
        en: 'The gradient of the first layer is {times} times smaller than that of the last ({layers} layers, `{activation}`).',
      },
      step: {
        tr: 'Gizli katmanlarda `relu` kullanın ve katman sayısını azaltın.',
        en: 'Use `relu` in the hidden layers, and fewer of them.',
      },
    },
    explains: ['g5', 'g8', 'rate-too-low', 'g7'],
    check: checkVanished,
  },
  {
    id: 'exploding-gradient',
    text: {
      title: { tr: 'Patlayan gradyan', en: 'Exploding gradient' },
      seen: {
        tr: 'Daha ilk adımdan önce bir katmanın çıktısı, girdilerin {times} katı büyüklükteydi; kayıp {loss} ile başladı.',
        en: 'Before the first step already, a layer gave values {times} times as large as the inputs; the loss began at {loss}.',
      },
      step: {
        tr: 'Ağırlıkları `glorotUniform` ya da `heNormal` ile başlatın.',
        en: 'Start the weights from `glorotUniform` or `heNormal`.',
      },
    },
    explains: ['g5', 'g8', 'rate-too-high', 'dead-relu', 'vanishing-gradient'],
    check: checkExploded,
  },
  {
    id: 'g8',
    text: {
      title: {
        tr: 'Model her girdiye aynı tahmini veriyor',
        en: 'The model predicts the same for every input',
      },
      seen: {
        tr: 'Gizli verinin bütün satırlarında tahmin aynı.',
        en: 'The prediction is the same for every row of the hidden data.',
      },
      step: {
        tr: 'Ölü ReLU ya da yanlış bir çıkış katmanı arayın: aktivasyonu, öğrenme oranını ve girdilerin ölçeğini gözden geçirin.',
        en: 'Look for dead ReLUs or a wrong output layer: check activations, learning rate and the scale of the inputs.',
      },
    },
    explains: ['g5', 'g7'],
    check: ({ runs }) =>
      when(runs.length > 0 && runs.every(({ constantPrediction }) => constantPrediction), 0.9),
  },
];

/** `isBorn`: the layer was dead before the first step already. */
function checkDead(view: View, isBorn: boolean) {
  const { start, end } = view.trace ?? {};
  const layers = (end?.layers ?? []).map((layer, i) => ({ ...layer, at: i + 1 }));
  const worst = layers.filter(isRelu).toSorted((a, b) => b.dead - a.dead)[0];
  if (!worst || isBorn !== (start?.layers[worst.at - 1]?.dead ?? 0) >= DEAD) return null;
  const seen = { layer: worst.at, className: worst.className, deadShare: worst.dead };
  return when(worst.dead >= DEAD && isPoor(view), worst.dead > 0.95 ? 0.94 : 0.75, seen);
}

const isRelu = ({ className, activation }: LayerTrace): boolean =>
  className === 'ReLU' || activation === 'relu' || activation === 'relu6';

function checkVanished(view: View) {
  const probes = [view.trace?.start, view.trace?.end].flatMap((probe) => (probe ? [gradientsOf(probe)] : []));
  const [worst] = probes.flatMap((each) => each ?? []).toSorted((a, b) => a.ratio - b.ratio);
  if (!worst) return null;
  const isVanished = worst.ratio < VANISHED.ratio && worst.first < VANISHED.first && worst.layers >= 3;
  const seen = {
    times: Math.round(1 / Math.max(worst.ratio, 1e-9)),
    layers: worst.layers,
    activation: worst.activation,
  };
  return when(isVanished && isPoor(view), 0.88, seen);
}

/** Gradient of the first layer with weights, and its ratio to that of the last. */
function gradientsOf({ layers }: Probe) {
  const learning = layers.flatMap(({ gradient, activation }) =>
    gradient === null ? [] : [{ gradient, activation }],
  );
  const [first, last] = [learning[0], learning.at(-1)];
  if (!first || !last?.gradient) return null;
  const { gradient, activation } = first;
  return {
    ratio: gradient / last.gradient,
    first: gradient,
    layers: learning.length,
    activation: activation ?? 'linear',
  };
}

/** Growth is told by what comes out of the layers at the start: a loss that is cut off, as cross-entropy is, hides the gradient. */
function checkExploded(view: View) {
  const { start, fit } = view.trace ?? {};
  const input = /Normalization$|^Rescaling$/.test(view.facts.layers[0]?.className ?? '') ? 1 : fit?.x.std;
  if (!start || !input) return null;
  const times = Math.max(...start.layers.map(({ std }) => std ?? 0)) / input;
  return when(times > GROWN && isPoor(view), 0.87, { times, loss: start.loss });
}
