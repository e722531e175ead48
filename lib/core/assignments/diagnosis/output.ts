import { when, type Rule } from './rule.ts';
import type { View } from './view.ts';

/**
 * The loss decides what the output layer must be. Cross-entropy takes probabilities, its logit forms take plain numbers; see
 * Goodfellow, Bengio and Courville, Deep Learning (2016), 6.2.2, and, for how common the mix-up is, Humbatova et al., Taxonomy of
 * Real Faults in Deep Learning Systems (ICSE 2020).
 */
const OF_VECTORS = ['categoricalCrossentropy', 'sparseCategoricalCrossentropy'];
const OF_PROBABILITIES = [...OF_VECTORS, 'binaryCrossentropy'];
const OF_LOGITS = ['softmaxCrossEntropy', 'sigmoidCrossEntropy'];
const PROBABILITY = ['softmax', 'sigmoid', 'hardSigmoid'];
const HIDES = [
  'g5',
  'g7',
  'g8',
  'dead-relu',
  'rate-too-high',
  'rate-too-low',
  'vanishing-gradient',
  'exploding-gradient',
  'bounded-output',
  'label-range',
];

export const OUTPUT_RULES: Rule[] = [
  {
    id: 'loss-activation',
    text: {
      title: {
        tr: 'Kayıp olasılık bekliyor, çıkış katmanı olasılık vermiyor',
        en: 'The loss expects probabilities, and the output layer does not give any',
      },
      seen: {
        tr: 'Kayıp `{loss}`, çıkış aktivasyonu `{activation}`; çıkış değerleri {low} ile {high} arasında.',
        en: 'Loss `{loss}`, output activation `{activation}`; outputs lie between {low} and {high}.',
      },
      step: {
        tr: 'Çıkışta iki sınıf için `sigmoid`, daha çok sınıf için `softmax` kullanın.',
        en: 'Use `sigmoid` at the output for two classes, `softmax` for more.',
      },
    },
    explains: HIDES,
    check: (view) =>
      when(view.task === 'classes' && has(view, OF_PROBABILITIES) && !isProbability(view), 0.97, pair(view)),
  },
  {
    id: 'loss-activation',
    text: {
      title: { tr: 'Softmax ya da sigmoid iki kez uygulanıyor', en: 'Softmax or sigmoid is applied twice' },
      seen: {
        tr: 'Kayıp `{loss}` bunu kendi içinde uygular; çıkış katmanında da `{activation}` var.',
        en: 'The loss `{loss}` applies it by itself, and the output layer has `{activation}` as well.',
      },
      step: {
        tr: 'Çıkış katmanını doğrusal bırakın ya da `categoricalCrossentropy` / `binaryCrossentropy` kullanın.',
        en: 'Leave the output layer linear, or use `categoricalCrossentropy` / `binaryCrossentropy`.',
      },
    },
    explains: HIDES,
    check: (view) => when(has(view, OF_LOGITS) && isProbability(view), 0.95, pair(view)),
  },
  {
    id: 'loss-activation',
    text: {
      title: {
        tr: 'Sayı tahmini için sınıflandırma kaybı kullanılmış',
        en: 'A classification loss is used to predict a quantity',
      },
      seen: {
        tr: 'Kayıp `{loss}`; hedefler {yLow} ile {yHigh} arasında.',
        en: 'Loss `{loss}`; the targets lie between {yLow} and {yHigh}.',
      },
      step: {
        tr: 'Kaybı `meanSquaredError`, çıkışı doğrusal yapın.',
        en: 'Use `meanSquaredError` and a linear output.',
      },
    },
    explains: HIDES,
    check: (view) => {
      const { min, max } = targets(view) ?? NO_RANGE;
      const isOutside = min !== null && max !== null && (min < 0 || max > 1);
      return when(
        view.task === 'quantity' && isOutside && has(view, [...OF_PROBABILITIES, ...OF_LOGITS]),
        0.99,
        {
          ...pair(view),
          yLow: min,
          yHigh: max,
        },
      );
    },
  },
  {
    id: 'bounded-output',
    text: {
      title: {
        tr: 'Çıkış katmanı hedeflerin aralığına ulaşamıyor',
        en: 'The output layer cannot reach the range of the targets',
      },
      seen: {
        tr: 'Hedefler {yLow} ile {yHigh} arasında; `{activation}` çıkışı yalnız {from} ile {to} arasında değer verir.',
        en: 'The targets lie between {yLow} and {yHigh}; a `{activation}` output only gives values from {from} to {to}.',
      },
      step: {
        tr: 'Regresyonda çıkış katmanını doğrusal bırakın.',
        en: 'Leave the output layer linear for regression.',
      },
    },
    explains: [
      'g5',
      'g7',
      'g8',
      'dead-relu',
      'rate-too-high',
      'rate-too-low',
      'vanishing-gradient',
      'unscaled-inputs',
    ],
    check: isOutOfReach,
  },
];

const has = ({ record }: View, losses: readonly string[]): boolean => losses.includes(record?.loss ?? '');
const isProbability = ({ output }: View): boolean => PROBABILITY.includes(output?.activation ?? 'softmax');
const targets = ({ trace }: View) => trace?.fit?.y ?? trace?.given.y;

const NO_RANGE = { min: null, max: null };

const pair = ({ record, output, trace }: View) => ({
  loss: record?.loss ?? null,
  activation: output?.activation ?? null,
  low: trace?.end?.output.min ?? null,
  high: trace?.end?.output.max ?? null,
});

const REACH: Record<string, [number, number | null]> = {
  sigmoid: [0, 1],
  hardSigmoid: [0, 1],
  softmax: [0, 1],
  tanh: [-1, 1],
  relu: [0, null],
  relu6: [0, 6],
};

/** A bounded output is sound for targets scaled into its bounds. */
function isOutOfReach(view: View) {
  const { min, max } = targets(view) ?? NO_RANGE;
  const activation = view.output?.activation ?? '';
  const reach = REACH[activation];
  if (view.task !== 'quantity' || !reach || min === null || max === null) return null;
  const [from, to] = reach;
  const slack = 0.02 * (max - min);
  const isOutside = min < from - slack || (to !== null && max > to + slack);
  return when(isOutside, 0.96, { activation, from, to: to ?? '∞', yLow: min, yHigh: max });
}
