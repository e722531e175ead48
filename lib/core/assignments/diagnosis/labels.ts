import type { TrainRecord } from '../facts.ts';
import type { Finding } from '../evidence.ts';
import { makeFinding, when, type FindingText, type Rule } from './rule.ts';
import type { View } from './view.ts';

const WHOLE_LABELS: FindingText = {
  title: {
    tr: 'Etiketler tamsayı, kayıp ise vektör bekliyor',
    en: 'The labels are integers, and the loss expects vectors',
  },
  seen: {
    tr: 'Kayıp `categoricalCrossentropy`, satır başına tek bir etiket.',
    en: 'Loss `categoricalCrossentropy`, one number per row as label.',
  },
  step: {
    tr: '`sparseCategoricalCrossentropy` kullanın ya da etiketleri `tf.oneHot` ile çevirin.',
    en: 'Use `sparseCategoricalCrossentropy`, or turn the labels into `tf.oneHot` vectors.',
  },
};

/** Labels that do not mean what the training takes them for. */
export const LABEL_RULES: Rule[] = [
  {
    id: 'g3',
    text: WHOLE_LABELS,
    explains: ['g5', 'g8'],
    check: ({ record }) => when(record !== null && hasWholeLabels(record), 0.98),
  },
  {
    id: 'label-range',
    text: {
      title: {
        tr: 'Bazı etiketlerin çıkış katmanında yeri yok',
        en: 'Some labels have no place in the output layer',
      },
      seen: {
        tr: 'Etiketler {low} ile {high} arasında, çıkış nöronları 0 ile {last} arasında.',
        en: 'The labels go from {low} to {high}, the output units from 0 to {last}.',
      },
      step: {
        tr: 'Sınıfları 0’dan başlatın; en büyük sınıf, nöron sayısından küçük olmalıdır.',
        en: 'Count the classes from 0; the largest must be less than the number of units.',
      },
    },
    explains: ['g5', 'g7', 'g8', 'labels-moved', 'rate-too-high'],
    check: (view) => {
      const [{ min = null, max = null }, units] = [
        view.trace?.fit?.y ?? {},
        view.facts.outputShape.at(-1) ?? null,
      ];
      const isSparse = view.record?.loss === 'sparseCategoricalCrossentropy';
      const isOutside = min !== null && max !== null && units !== null && (min < 0 || max >= units);
      return when(isSparse && isOutside, 0.97, { low: min, high: max, last: (units ?? 1) - 1 });
    },
  },
  {
    id: 'label-range',
    text: {
      title: { tr: 'Etiketler 0 ile 1 arasında değil', en: 'The labels are not between 0 and 1' },
      seen: {
        tr: 'Etiketler {low} ile {high} arasında; `{loss}` olasılık bekler.',
        en: 'The labels go from {low} to {high}; `{loss}` expects probabilities.',
      },
      step: { tr: 'İki sınıfı 0 ve 1 ile gösterin.', en: 'Write the two classes as 0 and 1.' },
    },
    explains: ['g5', 'g7', 'g8', 'labels-moved', 'rate-too-high'],
    check: (view) => {
      const { min = null, max = null } = view.trace?.fit?.y ?? {};
      const loss = view.record?.loss ?? '';
      const isOutside = min !== null && max !== null && (min < 0 || max > 1);
      return when(
        view.task === 'classes' && ['binaryCrossentropy', 'sigmoidCrossEntropy'].includes(loss) && isOutside,
        0.97,
        { low: min, high: max, loss },
      );
    },
  },
  {
    id: 'labels-moved',
    text: {
      title: { tr: 'Etiketler satırlarından kopmuş', en: 'The labels have come apart from their rows' },
      seen: {
        tr: 'Verilen satırların {movedShare} kadarına, verilenden başka bir etiket düşüyor.',
        en: '{movedShare} of the given rows go with a label other than the given one.',
      },
      step: {
        tr: 'Karıştırma ve seçme işlemlerini `xTrain` ve `yTrain` için aynı sırayla yapın.',
        en: 'Shuffle and select `xTrain` and `yTrain` in the same order.',
      },
    },
    explains: ['g5', 'g6', 'g7', 'g8', 'rate-too-low'],
    check: (view) => when(isSameAlphabet(view) && moved(view) > MOVED, 0.95, { movedShare: moved(view) }),
  },
  {
    id: 'split-by-class',
    text: {
      title: {
        tr: 'Doğrulama kümesinde, eğitimde hiç görülmeyen sınıflar var',
        en: 'The validation set holds classes that training never sees',
      },
      seen: {
        tr: 'Doğrulama satırlarının {unknownShare} kadarının sınıfı eğitim satırlarında yok: `validationSplit` son satırları ayırır.',
        en: '{unknownShare} of the validation rows belong to a class without any training row: `validationSplit` holds back the last rows.',
      },
      step: { tr: 'Ayırmadan önce satırları karıştırın.', en: 'Shuffle the rows before you split them.' },
    },
    explains: ['g5', 'g6', 'g7'],
    check: ({ trace, task }) => {
      const unknown = trace?.fit?.validation?.unknownClass ?? 0;
      return when(task === 'classes' && unknown > 0, 0.96, { unknownShare: unknown });
    },
  },
];

/** Categorical cross-entropy takes a vector per row; one number per row is a class, not a vector. */
export const hasWholeLabels = ({ loss, labelShape }: TrainRecord): boolean =>
  loss === 'categoricalCrossentropy' && labelShape !== null && labelShape.every((side) => side === 1);

const SHAPES: FindingText = {
  title: {
    tr: 'Etiketlerin biçimi modelin çıkışına uymuyor',
    en: 'The shape of the labels does not fit the output of the model',
  },
  seen: {
    tr: 'Çıkış satır başına {outputs} sayı veriyor, etiketlerde satır başına {labels} sayı var (kayıp `{loss}`).',
    en: 'The output has {outputs} numbers per row, the labels have {labels} (loss `{loss}`).',
  },
  step: {
    tr: 'Tamsayı etiketle `sparseCategoricalCrossentropy`, one-hot etiketle `categoricalCrossentropy` kullanın; son katmanda sınıf sayısı kadar nöron olsun.',
    en: 'Use `sparseCategoricalCrossentropy` with integer labels, `categoricalCrossentropy` with one-hot labels, and as many units in the last layer as there are classes.',
  },
};

const NUMBERS: FindingText = {
  ...SHAPES,
  step: {
    tr: 'Son katmanın nöron sayısını etiketlerin satır başına sayısına eşitleyin.',
    en: 'Give the last layer as many units as there are numbers per row in the labels.',
  },
};

/** What a training that refused its labels has to be told; `message` is the words of tfjs, null where they name no shapes. */
export function labelFinding(record: TrainRecord, message: string): Finding | null {
  if (hasWholeLabels(record)) return makeFinding('g3', WHOLE_LABELS, {});
  const [, expected, got] = /ha(?:s|ve) shape \[([\d,]*)\].*? with shape \[([\d,]*)\]/.exec(message) ?? [];
  if (!expected || !got) return null;
  return makeFinding('label-shape', /crossentropy/i.test(record.loss ?? '') ? SHAPES : NUMBERS, {
    outputs: lastOf(expected),
    labels: lastOf(got),
    loss: record.loss ?? '–',
  });
}

const lastOf = (shape: string): number => Number(shape.split(',').at(-1));

/** Rows that occur twice with two labels make a small share of changed labels natural. */
const MOVED = 0.1;
const moved = ({ trace }: View): number => trace?.fit?.relabelled ?? 0;

/** Labels that were renamed or scaled differ from the given ones in every row and are right all the same. */
function isSameAlphabet({ trace }: View): boolean {
  const [given, used] = [trace?.given.y, trace?.fit?.y];
  if (!given || !used) return false;
  return used.isOneHot ? used.distinct === given.distinct : used.min === given.min && used.max === given.max;
}
