import { collapsesToLinear, hiddenLayers } from '../model-shape.ts';
import { when, type Rule } from './rule.ts';

/** Faults that the built model shows by itself. */
export const MODEL_RULES: Rule[] = [
  {
    id: 'g2',
    text: {
      title: { tr: 'Tek nöronda softmax her zaman 1 verir', en: 'Softmax over a single unit is always 1' },
      seen: { tr: 'Çıkış katmanı: 1 nöron, softmax.', en: 'The output layer has 1 unit and softmax.' },
      step: {
        tr: 'İki sınıf için çıkışta `sigmoid` kullanın.',
        en: 'Use `sigmoid` at the output for two classes.',
      },
    },
    explains: [
      'loss-activation',
      'g5',
      'g8',
      'dead-relu',
      'rate-too-high',
      'rate-too-low',
      'vanishing-gradient',
      'g7',
    ],
    check: ({ output, facts }) => when(output?.activation === 'softmax' && facts.outputShape.at(-1) === 1, 1),
  },
  {
    id: 'g4',
    text: {
      title: {
        tr: 'Aktivasyonu olmayan ardışık katmanlar tek bir doğrusal katmana denktir',
        en: 'Layers without an activation collapse into a single linear layer',
      },
      seen: {
        tr: 'Aktivasyonu olmayan gizli katman sayısı: {layers}.',
        en: 'Hidden layers without an activation: {layers}.',
      },
      step: {
        tr: 'Gizli katmanlara `relu` gibi doğrusal olmayan bir aktivasyon verin.',
        en: 'Give the hidden layers a non-linear activation such as `relu`.',
      },
    },
    explains: ['g5'],
    check: ({ facts }) => when(collapsesToLinear(facts), 0.9, { layers: hiddenLayers(facts).length }),
  },
];
