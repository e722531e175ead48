import {
  isNear,
  plain,
  valueOf,
  type Call,
  type CallResult,
  type FunctionTest,
  type Mistake,
} from '#lib/core/assignments/function-tests.ts';
import type { Text } from '#lib/core/lang.ts';
import { makeRng } from '#lib/core/rng.ts';
import { descend, type Fit, type Slip } from './descent.ts';

const EXACT = 1e-9;

const callOf = ({ x, y, w, b, lr, epochs, batchSize }: Fit): Call => ({
  name: 'fitGd',
  args: [x, y, w, b, lr, epochs, batchSize].map(plain),
});
const text = (tr: string, en: string): Text => ({ tr, en });

const SLIPS: [Slip, Text][] = [
  [
    'sign',
    text(
      'Gradyanın tersine gidilir: w ← w − η·∂L/∂w. İşaret ters.',
      'One steps against the gradient: w ← w − η·∂L/∂w. The sign is wrong.',
    ),
  ],
  [
    'noFactor',
    text(
      'Karesel hatanın türevinde 2 çarpanı vardır: ∂L/∂w = 2·ortalama(x·hata).',
      'The derivative of a squared error has a factor of 2: ∂L/∂w = 2·mean(x·error).',
    ),
  ],
  [
    'sum',
    text(
      'Gradyan yığındaki örneklerin toplamı değil ortalamasıdır: yığın büyüklüğüne bölün.',
      'The gradient is the mean over the batch, not the sum: divide by the size of the batch.',
    ),
  ],
  [
    'dropLast',
    text(
      'Sondaki eksik yığın da bir güncellemedir; atlamayın.',
      'The last, smaller batch is an update as well; do not skip it.',
    ),
  ],
  [
    'weightFirst',
    text(
      'Önce iki gradyanı da eski w ve b ile hesaplayın, sonra ikisini birlikte güncelleyin.',
      'Compute both gradients with the old w and b first, then update both.',
    ),
  ],
];

/** Slips whose result differs from the right one for these numbers. */
const mistakesOf = (fit: Fit): Mistake[] =>
  SLIPS.filter(([slip]) => !isNear(descend(fit, slip), descend(fit), 1e-6)).map(([slip, advice]) => ({
    id: slip.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    text: advice,
    shows: ([result]: readonly CallResult[]) => isNear(valueOf(result), descend(fit, slip), 1e-6),
  }));

const fits = (id: string, about: Text, fit: Fit, weight = 1): FunctionTest => ({
  id,
  text: about,
  weight,
  calls: [callOf(fit)],
  holds: ([result]) => isNear(valueOf(result), descend(fit), EXACT),
  mistakes: mistakesOf(fit),
});

const TEN = {
  x: Array.from({ length: 10 }, (_, i) => i / 10),
  y: Array.from({ length: 10 }, (_, i) => 1 - i / 5),
  w: 0,
  b: 0,
  lr: 0.01,
};

/** Only the number of updates is looked at. */
const counts = (
  id: string,
  about: Text,
  batchSize: number,
  epochs: number,
  expected: number,
): FunctionTest => {
  const fit = { ...TEN, epochs, batchSize };
  return {
    id,
    text: about,
    calls: [callOf(fit)],
    holds: ([result]) => (valueOf(result) as unknown[] | undefined)?.[2] === expected,
    mistakes: mistakesOf(fit),
  };
};

/** Five draws, each of another size and batch, the last batch never full. */
function randomCases(seed: number): FunctionTest[] {
  const rng = makeRng(seed);
  return [1, 2, 3, 4, 5].map((n) => {
    const size = 3 * n + 2;
    const list = () => Array.from({ length: size }, () => rng.decimal(-2, 2, 2));
    const fit: Fit = {
      x: list(),
      y: list(),
      w: rng.decimal(-1, 1, 2),
      b: rng.decimal(-1, 1, 2),
      lr: 0.05,
      epochs: n,
      batchSize: 3,
    };
    return fits(
      `random-${n}`,
      text(
        `Rastgele ${size} örnek, yığın 3, ${n} epok`,
        `${size} random samples, batches of 3, epochs: ${n}`,
      ),
      fit,
      2,
    );
  });
}

const LINE = { x: [-1, -0.5, 0, 0.5, 1], y: [-4, -2.5, -1, 0.5, 2] };

const converges: FunctionTest = {
  id: 'converges',
  text: text('y = 3x − 1 doğrusuna yakınsar', 'Converges to y = 3x − 1'),
  calls: [callOf({ ...LINE, w: 0, b: 0, lr: 0.1, epochs: 300, batchSize: 5 })],
  holds: ([result]) => {
    const value = valueOf(result);
    return (
      Array.isArray(value) && Math.abs(Number(value[0]) - 3) < 0.01 && Math.abs(Number(value[1]) + 1) < 0.01
    );
  },
};

const keepsInputs: FunctionTest = {
  id: 'keeps-inputs',
  text: text('x ve y dizilerini değiştirmez', 'Leaves the arrays x and y unchanged'),
  calls: [{ ...callOf({ ...LINE, w: 0, b: 0, lr: 0.1, epochs: 2, batchSize: 2 }), withArguments: true }],
  holds: ([result]) => {
    const value = valueOf(result) as { result: unknown; args: unknown[] } | undefined;
    return Array.isArray(value?.result) && isNear(value.args.slice(0, 2), [LINE.x, LINE.y], 0);
  },
};

export const functionTests = (seed: number): FunctionTest[] => [
  counts(
    'updates-gd',
    text(
      'GD: epok başına 1 güncelleme (n = 10, 3 epok → 3)',
      'GD: one update an epoch (n = 10, 3 epochs → 3)',
    ),
    10,
    3,
    3,
  ),
  counts(
    'updates-sgd',
    text(
      'SGD: örnek başına 1 güncelleme (n = 10, 2 epok → 20)',
      'SGD: one update a sample (n = 10, 2 epochs → 20)',
    ),
    1,
    2,
    20,
  ),
  counts(
    'updates-minibatch',
    text('MB-GD: yığın 4 iken epok başına 3 güncelleme', 'MB-GD: 3 updates an epoch with batches of 4'),
    4,
    1,
    3,
  ),
  fits(
    'one-step',
    text(
      'Tek adım: w = 2, x = 3, y = 9, η = 0,01 → w = 2,18, b = 0,06',
      'One step: w = 2, x = 3, y = 9, η = 0.01 → w = 2.18, b = 0.06',
    ),
    { x: [3], y: [9], w: 2, b: 0, lr: 0.01, epochs: 1, batchSize: 1 },
    2,
  ),
  fits(
    'whole-batch',
    text('Üç örneklik tek yığın', 'A single batch of three samples'),
    { x: [1, 2, 4], y: [3, 1, 2], w: 0.5, b: -1, lr: 0.02, epochs: 1, batchSize: 3 },
    2,
  ),
  ...randomCases(seed),
  converges,
  keepsInputs,
];
