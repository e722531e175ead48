import type { TensorFacts } from '../trace.ts';
import { when, type Rule } from './rule.ts';
import { isPoor, type View } from './view.ts';

/** The scale of what goes in and out. */
export const SCALING_RULES: Rule[] = [
  {
    id: 'unscaled-inputs',
    text: {
      title: { tr: 'Girdiler ölçeklenmemiş', en: 'The inputs are not scaled' },
      seen: {
        tr: 'Girdiler {low} ile {high} arasında; özelliklerin standart sapması {least} ile {most} arasında değişiyor.',
        en: 'Inputs lie between {low} and {high}; the standard deviations of the features go from {least} to {most}.',
      },
      step: {
        tr: 'Modelin ilk katmanı olarak `normalization(mean, std)` ya da `rescaling` kullanın.',
        en: 'Make `normalization(mean, std)` or `rescaling` the first layer of the model.',
      },
    },
    explains: [
      'g5',
      'g7',
      'g8',
      'rate-too-high',
      'rate-too-low',
      'dead-relu',
      'vanishing-gradient',
      'exploding-gradient',
    ],
    check: checkScale,
  },
  {
    id: 'inputs-changed',
    text: {
      title: {
        tr: 'Girdiler modelin dışında değiştirilmiş; gizli veri modele böyle gelmeyecek',
        en: 'The inputs were changed outside the model; hidden data will not arrive like that',
      },
      seen: {
        tr: 'Verilen girdilerin ortalaması {givenMean}, standart sapması {givenStd}; eğitimdekilerin {mean} ve {std}.',
        en: 'The given inputs have mean {givenMean} and standard deviation {givenStd}, those of the training {mean} and {std}.',
      },
      step: {
        tr: 'Aynı dönüşümü modelin içine alın: ilk katman olarak `normalization(mean, std)` ya da `rescaling`.',
        en: 'Move the same transformation into the model: `normalization(mean, std)` or `rescaling` as first layer.',
      },
    },
    explains: [
      'g5',
      'g6',
      'g7',
      'g8',
      'unscaled-inputs',
      'rate-too-high',
      'rate-too-low',
      'dead-relu',
      'vanishing-gradient',
    ],
    check: (view) => changed(view, 'x'),
  },
  {
    id: 'labels-changed',
    text: {
      title: {
        tr: 'Hedefler modelin dışında ölçeklenmiş; tahminler başka bir birimde',
        en: 'The targets were scaled outside the model; its predictions are in another unit',
      },
      seen: {
        tr: 'Verilen hedeflerin ortalaması {givenMean}, standart sapması {givenStd}; eğitimdekilerin {mean} ve {std}.',
        en: 'The given targets have mean {givenMean} and standard deviation {givenStd}, those of the training {mean} and {std}.',
      },
      step: {
        tr: 'Modeli verilen hedeflerle eğitin.',
        en: 'Train the model on the targets as they are given.',
      },
    },
    explains: ['g5', 'g6', 'g7', 'g8', 'rate-too-low', 'rate-too-high', 'dead-relu'],
    check: (view) => (view.task === 'quantity' ? changed(view, 'y') : null),
  },
];

/** Beyond this root mean square no usual initial weight keeps a unit in its working range (LeCun et al., Efficient BackProp, 1998, 4.3). */
const LARGE = 10;
/** Features whose spreads differ this much give a loss that is steep one way and flat another (the same, 5.3). */
const UNEVEN = 30;
const TAKES_ANY_SCALE = /Normalization$|^Rescaling$|^Embedding$|^CategoryEncoding$/;

function checkScale(view: View) {
  const { facts, trace, trainSkill } = view;
  const x = trace?.fit?.x ?? trace?.given.x;
  const [first] = facts.layers.filter(({ className }) => !/^(Reshape|Flatten|Permute)$/.test(className));
  if (!x || !first || TAKES_ANY_SCALE.test(first.className) || x.std === null || x.mean === null) return null;
  const isLarge = Math.hypot(x.mean, x.std) > LARGE;
  const reach = Math.max(Math.abs(x.min ?? 0), Math.abs(x.max ?? 0));
  const isUneven =
    x.shape.length === 2 && reach > LARGE && (x.columnStdMax ?? 0) > UNEVEN * (x.columnStdMin ?? 1);
  return when((isLarge || isUneven) && isPoor(view), (trainSkill ?? 0) < 0.5 ? 0.93 : 0.8, {
    low: x.min,
    high: x.max,
    least: x.columnStdMin,
    most: x.columnStdMax,
  });
}

/** A training that learnt what it was given, and knows nothing about the data as they come. */
function changed(view: View, which: 'x' | 'y') {
  const { trace, trainSkill, loggedSkill } = view;
  const [given, used] = [trace?.given[which], trace?.fit?.[which]];
  if (!given || !used || !isOtherScale(given, used)) return null;
  const isSure = which === 'y' || (loggedSkill !== null && loggedSkill - (trainSkill ?? 0) > 0.2);
  const seen = { givenMean: given.mean, givenStd: given.std, mean: used.mean, std: used.std };
  return when(isPoor(view), isSure ? 0.97 : 0.9, seen);
}

/** A selection of rows moves the mean by a fraction of a deviation; another unit moves it by more, or changes the deviation. */
function isOtherScale(given: TensorFacts, used: TensorFacts): boolean {
  const [a, b] = [given, used];
  if (a.mean === null || b.mean === null || !a.std || !b.std) return false;
  return Math.abs(a.mean - b.mean) > 0.5 * a.std || b.std / a.std > 1.5 || a.std / b.std > 1.5;
}
