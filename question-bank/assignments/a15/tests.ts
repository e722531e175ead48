import {
  isNear,
  plain,
  valueOf,
  type CallResult,
  type FunctionTest,
  type Mistake,
} from '#lib/core/assignments/function-tests.ts';
import type { Text } from '#lib/core/lang.ts';
import { makeRng } from '#lib/core/rng.ts';
import { bce, cce, elu, leakyRelu, mae, mse, relu, sigmoid, softmax, tanh } from './functions.ts';

const TOLERANCE = 1e-5;
const LN10 = Math.LN10;

type Args = unknown[];

/** One call whose result is the expected one. */
function equals(
  id: string,
  text: Text,
  name: string,
  args: Args,
  expected: unknown,
  mistakes: Mistake[] = [],
): FunctionTest {
  const holds = ([result]: readonly CallResult[]) => isNear(valueOf(result), expected, TOLERANCE);
  return { id, text, calls: [{ name, args: args.map(plain) }], holds, mistakes };
}

/** A mistake that gives another value. */
const gives = (id: string, text: Text, wrong: unknown): Mistake => ({
  id,
  text,
  shows: ([result]) => isNear(valueOf(result), wrong, TOLERANCE),
});
const isArray = (value: unknown): value is unknown[] => Array.isArray(value);

const OVERFLOW: Mistake = {
  id: 'softmax-overflow',
  text: {
    tr: "exp(1000) taşar. Softmax'ta üs almadan önce en büyük değeri çıkarın; sonuç değişmez, taşma kalmaz.",
    en: 'exp(1000) overflows. Subtract the greatest value before exponentiating in softmax; the result stays the same without overflow.',
  },
  shows: ([result]) => isArray(valueOf(result)) && !(valueOf(result) as unknown[]).every(Number.isFinite),
};
const NO_MEAN: Text = {
  tr: 'Kayıp örneklerin toplamı değil ortalamasıdır: örnek sayısına bölün.',
  en: 'The loss is the mean over the samples, not their sum: divide by their number.',
};
const LOG10: Text = {
  tr: 'Çapraz entropide doğal logaritma kullanılır (Math.log), 10 tabanlı logaritma değil.',
  en: 'Cross-entropy takes the natural logarithm (Math.log), not the one to base 10.',
};
const ELU_SLOPE: Text = {
  tr: "ELU pozitif tarafta x'in kendisidir; α yalnızca negatif tarafı çarpar.",
  en: 'ELU is x itself on the positive side; α scales the negative side only.',
};
const LEAKY_SIDE: Text = {
  tr: "Leaky ReLU'da küçük eğim negatif taraftadır; pozitif tarafta x değişmez.",
  en: 'The small slope of leaky ReLU is on the negative side; on the positive side x stays as it is.',
};
const UNCLIPPED: Mistake = {
  id: 'no-clip',
  text: {
    tr: 'p = 0 ya da 1 olduğunda log(0) sonsuz verir. Önce p değerini [1e-7, 1 − 1e-7] aralığına kırpın.',
    en: 'log(0) is infinite for p = 0 or 1. Clip p to [1e-7, 1 − 1e-7] first.',
  },
  shows: ([result]) => ['Infinity', 'NaN', '-Infinity'].includes(String(valueOf(result))),
};

const X = [-1000, -1, 0, 1, 1000];
const text = (tr: string, en: string): Text => ({ tr, en });
const at = (name: string, x: number) =>
  text(`${name}(${String(x).replace('-', '−')})`, `${name}(${String(x).replace('-', '−')})`);

/** Every element-wise function at the same five places, one test each. */
function pointwise(): FunctionTest[] {
  const all: [string, (x: readonly number[]) => number[]][] = [
    ['sigmoid', sigmoid],
    ['tanh', tanh],
    ['relu', relu],
  ];
  return all.flatMap(([name, f]) =>
    X.map((x) => equals(`${name}-at-${x}`, at(name, x), name, [[x]], f([x]))),
  );
}

const withAlpha = (): FunctionTest[] => [
  equals(
    'leaky-negative',
    text('leakyRelu([−2, 0, 3], 0.1)', 'leakyRelu([−2, 0, 3], 0.1)'),
    'leakyRelu',
    [[-2, 0, 3], 0.1],
    leakyRelu([-2, 0, 3], 0.1),
    [gives('leaky-side', LEAKY_SIDE, [-2, 0, 0.3])],
  ),
  equals(
    'leaky-default',
    text('leakyRelu varsayılan α = 0,3 ile', 'leakyRelu with its default α = 0.3'),
    'leakyRelu',
    [[-2, 3]],
    leakyRelu([-2, 3], 0.3),
    [gives('leaky-side', LEAKY_SIDE, [-2, 0.9])],
  ),
  equals(
    'leaky-large',
    text('leakyRelu(±1000)', 'leakyRelu(±1000)'),
    'leakyRelu',
    [[-1000, 1000], 0.01],
    leakyRelu([-1000, 1000], 0.01),
  ),
  equals(
    'elu-values',
    text('elu([−1, 0, 2], 0.5)', 'elu([−1, 0, 2], 0.5)'),
    'elu',
    [[-1, 0, 2], 0.5],
    elu([-1, 0, 2], 0.5),
    [
      gives(
        'elu-slope',
        ELU_SLOPE,
        elu([-1, 0, 2], 0.5).map((v) => (v > 0 ? 0.5 * v : v)),
      ),
    ],
  ),
  equals(
    'elu-default',
    text('elu varsayılan α = 1 ile', 'elu with its default α = 1'),
    'elu',
    [[-1, 2]],
    elu([-1, 2], 1),
  ),
  equals('elu-large', text('elu(±1000)', 'elu(±1000)'), 'elu', [[-1000, 1000], 2], elu([-1000, 1000], 2), [
    gives('elu-slope', ELU_SLOPE, [-2, 2000]),
  ]),
];

const softmaxTests = (seed: number): FunctionTest[] => {
  const rng = makeRng(seed);
  const logits = Array.from({ length: 5 }, () => rng.decimal(-3, 3, 2));
  const sums = ([result]: readonly CallResult[]) => {
    const value = valueOf(result);
    return (
      isArray(value) &&
      value.length === 5 &&
      isNear(
        value.reduce((a: number, b) => a + Number(b), 0),
        1,
        1e-9,
      )
    );
  };
  return [
    equals(
      'softmax-values',
      text('softmax([1, 2, 3])', 'softmax([1, 2, 3])'),
      'softmax',
      [[1, 2, 3]],
      softmax([1, 2, 3]),
    ),
    equals(
      'softmax-equal',
      text("Eşit değerlerin softmax'ı eşittir", 'softmax of equal values is equal'),
      'softmax',
      [[0, 0, 0, 0]],
      [0.25, 0.25, 0.25, 0.25],
    ),
    equals(
      'softmax-large',
      text('softmax([1000, 1001, 1002]) taşmaz', 'softmax([1000, 1001, 1002]) does not overflow'),
      'softmax',
      [[1000, 1001, 1002]],
      softmax([0, 1, 2]),
      [OVERFLOW],
    ),
    equals(
      'softmax-small',
      text('softmax([−1000, −1001])', 'softmax([−1000, −1001])'),
      'softmax',
      [[-1000, -1001]],
      softmax([0, -1]),
      [OVERFLOW],
    ),
    {
      id: 'softmax-sum',
      text: text('Softmax çıktısının toplamı 1 eder', 'The outputs of softmax sum to 1'),
      calls: [{ name: 'softmax', args: [plain(logits)] }],
      holds: sums,
    },
    equals(
      'softmax-random',
      text('softmax rastgele değerlerde', 'softmax of random values'),
      'softmax',
      [logits],
      softmax(logits),
    ),
  ];
};

const losses = (seed: number): FunctionTest[] => {
  const rng = makeRng(seed);
  const y = Array.from({ length: 6 }, () => rng.int(0, 1));
  const p = Array.from({ length: 6 }, () => rng.decimal(0.05, 0.95, 2));
  const oneHot = [
    [1, 0, 0],
    [0, 0, 1],
  ];
  const rows = [
    [0.7, 0.2, 0.1],
    [0.2, 0.3, 0.5],
  ];
  const binary = (name: string, expected: number, count: number) =>
    [
      gives('no-mean', NO_MEAN, count * expected),
      gives('log10', LOG10, expected / LN10),
      gives('no-mean', NO_MEAN, (count * expected) / LN10),
    ].map((mistake) => ({ ...mistake, id: `${name}-${mistake.id}` }));
  return [
    equals(
      'mse-values',
      text('mse([1, 2, 3], [1, 1, 5])', 'mse([1, 2, 3], [1, 1, 5])'),
      'mse',
      [
        [1, 2, 3],
        [1, 1, 5],
      ],
      5 / 3,
      [gives('mse-no-mean', NO_MEAN, 5)],
    ),
    equals(
      'mse-zero',
      text('mse(y, y) = 0', 'mse(y, y) = 0'),
      'mse',
      [
        [1, -2],
        [1, -2],
      ],
      0,
    ),
    equals('mse-random', text('mse rastgele değerlerde', 'mse of random values'), 'mse', [y, p], mse(y, p), [
      gives('mse-no-mean', NO_MEAN, 6 * mse(y, p)),
    ]),
    equals(
      'mae-values',
      text('mae([1, 2, 3], [1, 1, 5])', 'mae([1, 2, 3], [1, 1, 5])'),
      'mae',
      [
        [1, 2, 3],
        [1, 1, 5],
      ],
      1,
      [gives('mae-no-mean', NO_MEAN, 3)],
    ),
    equals('mae-random', text('mae rastgele değerlerde', 'mae of random values'), 'mae', [y, p], mae(y, p), [
      gives('mae-no-mean', NO_MEAN, 6 * mae(y, p)),
    ]),
    equals(
      'bce-values',
      text('bce([1, 0], [0.8, 0.4])', 'bce([1, 0], [0.8, 0.4])'),
      'bce',
      [
        [1, 0],
        [0.8, 0.4],
      ],
      bce([1, 0], [0.8, 0.4]),
      binary('bce', bce([1, 0], [0.8, 0.4]), 2),
    ),
    equals(
      'bce-random',
      text('bce rastgele değerlerde', 'bce of random values'),
      'bce',
      [y, p],
      bce(y, p),
      binary('bce', bce(y, p), 6),
    ),
    equals(
      'bce-certain',
      text('bce, p = 0 ve p = 1 iken sonlu', 'bce is finite for p = 0 and p = 1'),
      'bce',
      [
        [0, 1, 1, 0],
        [1, 0, 1, 0],
      ],
      bce([0, 1, 1, 0], [1, 0, 1, 0]),
      [UNCLIPPED],
    ),
    equals(
      'cce-values',
      text('cce iki satırda ortalama alır', 'cce takes the mean over two rows'),
      'cce',
      [oneHot, rows],
      cce(oneHot, rows),
      binary('cce', cce(oneHot, rows), 2),
    ),
    equals(
      'cce-one',
      text('cce tek satırda −ln(0,5)', 'cce of one row is −ln(0.5)'),
      'cce',
      [[[0, 1]], [[0.5, 0.5]]],
      Math.LN2,
      [gives('cce-log10', LOG10, Math.LN2 / LN10)],
    ),
    equals(
      'cce-certain',
      text(
        'cce, doğru sınıfın olasılığı 0 iken sonlu',
        'cce is finite when the true class has probability 0',
      ),
      'cce',
      [[[1, 0]], [[0, 1]]],
      cce([[1, 0]], [[0, 1]]),
      [UNCLIPPED],
    ),
  ];
};

/** A central difference of the student's own sigmoid: (σ(h) − σ(−h)) / 2h is 1/4 at 0. */
const slope: FunctionTest = {
  id: 'sigmoid-slope',
  text: text("Sigmoid'in 0'daki eğimi 0,25", 'The slope of sigmoid at 0 is 0.25'),
  calls: [{ name: 'sigmoid', args: [plain([-1e-4, 1e-4])] }],
  holds: ([result]) => {
    const value = valueOf(result);
    return isArray(value) && isNear((Number(value[1]) - Number(value[0])) / 2e-4, 0.25, 1e-6);
  },
};

const shift: FunctionTest = {
  id: 'softmax-shift',
  text: text('Softmax sabit eklemekle değişmez', 'softmax does not change when a constant is added'),
  calls: [
    [0.5, -1, 2],
    [3.5, 2, 5],
  ].map((x) => ({ name: 'softmax', args: [plain(x)] })),
  holds: ([a, b]) =>
    isArray(valueOf(a)) &&
    isNear(valueOf(b), valueOf(a), 1e-9) &&
    isNear(valueOf(a), softmax([0.5, -1, 2]), TOLERANCE),
};

/** Forty statements of equal weight. */
export const functionTests = (seed: number): FunctionTest[] => [
  ...pointwise(),
  slope,
  ...withAlpha(),
  ...softmaxTests(seed),
  shift,
  ...losses(seed),
];
