import {
  isNear,
  plain,
  random,
  valueOf,
  type Call,
  type CallResult,
  type FunctionTest,
  type Mistake,
} from '#lib/core/assignments/function-tests.ts';
import type { Text } from '#lib/core/lang.ts';
import { makeRng, type Rng } from '#lib/core/rng.ts';

const EXACT = 1e-9;
const DRAWS = 100;

const text = (tr: string, en: string): Text => ({ tr, en });
const call = (name: string, ...args: Call['args']): Call => ({ name, args });
const list = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw);
const isArray = (value: unknown): value is unknown[] => Array.isArray(value);

/** One statement over many calls: it holds when it holds for each. */
function all<T>(
  id: string,
  about: Text,
  cases: T[],
  callOf: (each: T) => Call,
  holds: (value: unknown, each: T) => boolean,
  mistakes: Mistake[] = [],
  weight = 1,
): FunctionTest {
  return {
    id,
    text: about,
    weight,
    calls: cases.map(callOf),
    holds: (results) => results.every((result, i) => result.ok && holds(result.value, cases[i]!)),
    mistakes,
  };
}

const someShow = (id: string, advice: Text, shows: (value: unknown, i: number) => boolean): Mistake => ({
  id,
  text: advice,
  shows: (results: readonly CallResult[]) =>
    results.some((result, i) => result.ok && shows(valueOf(result), i)),
});

/* one-hot */
const oneHot = (labels: readonly number[], k: number) =>
  labels.map((label) => Array.from({ length: k }, (_, i) => Number(i === label)));

function oneHotTests(rng: Rng): FunctionTest[] {
  const cases = list(DRAWS, () => rng.int(2, 5)).map((k) => ({
    k,
    labels: list(rng.int(1, 5), () => rng.int(0, k - 1)),
  }));
  const of = ({ labels, k }: { labels: number[]; k: number }) => call('oneHot', plain(labels), plain(k));
  const flat = someShow(
    'one-hot-flat',
    text(
      'Her etiket kendi satırını alır: sonuç n satır ve k sütunlu bir dizidir.',
      'Each label gets a row of its own: the result has n rows of k columns.',
    ),
    (value) => isArray(value) && value.length > 0 && !isArray(value[0]),
  );
  return [
    all(
      'one-hot-values',
      text('oneHot([2, 0], 3)', 'oneHot([2, 0], 3)'),
      [{ labels: [2, 0], k: 3 }],
      of,
      (value, c) => isNear(value, oneHot(c.labels, c.k), 0),
      [flat],
    ),
    all(
      'one-hot-missing',
      text('Veride görülmeyen sınıfın da sütunu vardır', 'A class that does not occur has a column too'),
      [{ labels: [0, 1], k: 4 }],
      of,
      (value, c) => isNear(value, oneHot(c.labels, c.k), 0),
      [flat],
    ),
    all(
      'one-hot-random',
      text('oneHot 100 rastgele girdide', 'oneHot of 100 random inputs'),
      cases,
      of,
      (value, c) => isNear(value, oneHot(c.labels, c.k), 0),
      [flat],
      2,
    ),
  ];
}

/* tf-idf */
type Docs = string[][];
/** tf = count / length, idf = ln(N / df). */
function tfIdf(docs: Docs, log = Math.log): Record<string, number>[] {
  const frequency = (word: string) => docs.filter((doc) => doc.includes(word)).length;
  const count = (doc: string[], word: string) => doc.filter((each) => each === word).length;
  return docs.map((doc) =>
    Object.fromEntries(
      [...new Set(doc)].map((word) => [
        word,
        (count(doc, word) / doc.length) * log(docs.length / frequency(word)),
      ]),
    ),
  );
}

const SMALL: Docs = [
  ['kedi', 'uyur'],
  ['kedi', 'kedi', 'koşar', 'hızlı'],
  ['kedi', 'köpek'],
];

function tfIdfTests(rng: Rng): FunctionTest[] {
  const words = ['ağ', 'katman', 'kayıp', 'epok', 'veri', 'model'];
  const cases = list(DRAWS, () => rng.int(2, 4)).map((n) =>
    Array.from({ length: n }, () => Array.from({ length: rng.int(1, 4) }, () => rng.pick(words))),
  );
  const of = (docs: Docs) => call('tfIdf', plain(docs));
  const near = (value: unknown, docs: Docs) => isNear(value, tfIdf(docs), EXACT);
  const mistakes = [
    someShow(
      'tf-idf-log10',
      text('idf doğal logaritmadır: ln(N / df).', 'idf is the natural logarithm: ln(N / df).'),
      (value) => isNear(value, tfIdf(SMALL, Math.log10), 1e-6),
    ),
    someShow(
      'tf-idf-counts',
      text(
        'tf, sözcüğün sayısının belge uzunluğuna bölümüdür.',
        'tf is the count of the word divided by the length of the document.',
      ),
      (value) =>
        isArray(value) &&
        isNear(
          value,
          tfIdf(SMALL).map((doc, i) =>
            Object.fromEntries(Object.entries(doc).map(([word, v]) => [word, v * SMALL[i]!.length])),
          ),
          1e-6,
        ),
    ),
  ];
  const isZero = (value: unknown) =>
    isArray(value) &&
    value.length === SMALL.length &&
    value.every((doc) => isNear((doc as Record<string, unknown> | null)?.['kedi'], 0, EXACT));
  return [
    all(
      'tf-idf-values',
      text('tfIdf üç kısa belgede', 'tfIdf of three short documents'),
      [SMALL],
      of,
      near,
      mistakes,
      2,
    ),
    all(
      'tf-idf-everywhere',
      text('Bütün belgelerde geçen sözcüğün değeri 0 olur', 'A word of every document has the value 0'),
      [SMALL],
      of,
      isZero,
    ),
    all(
      'tf-idf-random',
      text('tfIdf 100 rastgele derlemde', 'tfIdf of 100 random collections'),
      cases,
      of,
      near,
      [],
      2,
    ),
  ];
}

/* SMOTE */
type Oversampling = { points: number[][]; count: number; k: number; seed: number };
const distance = (a: readonly number[], b: readonly number[]) =>
  Math.hypot(...a.map((value, i) => value - b[i]!));

/** Is a point on the segment from some minority point to one of its k nearest ones? Chawla et al., JAIR 16 (2002), algorithm SMOTE. */
function isSynthetic(point: unknown, { points, k }: Oversampling): boolean {
  if (
    !isArray(point) ||
    point.length !== points[0]!.length ||
    !point.every((value) => Number.isFinite(value))
  )
    return false;
  return points.some((from) =>
    neighbours(from, points, k).some((to) => isBetween(point as number[], from, to)),
  );
}

function neighbours(from: number[], points: number[][], k: number): number[][] {
  const others = points.filter((point) => point !== from);
  const kth = others.map((point) => distance(from, point)).toSorted((a, b) => a - b)[
    Math.min(k, others.length) - 1
  ]!;
  return others.filter((point) => distance(from, point) <= kth + EXACT);
}

const isBetween = (point: number[], a: number[], b: number[]): boolean =>
  distance(a, point) + distance(point, b) - distance(a, b) <= EXACT;

function smoteTests(rng: Rng): FunctionTest[] {
  const draw = (): Oversampling => ({
    points: Array.from({ length: rng.int(4, 7) }, () => [rng.decimal(-5, 5, 2), rng.decimal(-5, 5, 2)]),
    count: rng.int(1, 5),
    k: rng.int(1, 3),
    seed: rng.int(1, 1e6),
  });
  const cases = Array.from({ length: DRAWS }, draw);
  const of = ({ points, count, k, seed }: Oversampling) =>
    call('smote', plain(points), plain(count), plain(k), random(seed));
  const copies = someShow(
    'smote-copies',
    text(
      'Yeni noktalar kopya olmamalı: bir noktayla komşusu arasında rastgele bir yerde üretin.',
      'New points are no copies: make each at a random place between a point and a neighbour.',
    ),
    (value, i) =>
      isArray(value) && value.some((point) => cases[i]?.points.some((old) => isNear(point, old, 0))),
  );
  const outside = someShow(
    'smote-outside',
    text(
      'Yeni nokta, seçilen noktayla k en yakın azınlık komşusundan birinin arasındaki doğru parçasında olmalı; her eksen için ayrı rastgele sayı çekmeyin.',
      'A new point lies on the segment between the chosen point and one of its k nearest minority points; do not draw a random number for each axis.',
    ),
    (value, i) =>
      isArray(value) &&
      value.length === cases[i]?.count &&
      !value.every((point) => isSynthetic(point, cases[i]!)),
  );
  const isNew = (value: unknown, each: Oversampling) =>
    isArray(value) &&
    value.length === each.count &&
    value.every((point) => isSynthetic(point, each) && !each.points.some((old) => isNear(point, old, EXACT)));
  return [
    all(
      'smote-count',
      text('smote istenen sayıda nokta üretir', 'smote makes as many points as asked for'),
      cases.slice(0, 20),
      of,
      (value, c) =>
        isArray(value) &&
        value.length === c.count &&
        value.every((point) => isArray(point) && point.length === 2),
    ),
    all(
      'smote-segment',
      text(
        'Her yeni nokta bir azınlık noktasıyla k en yakın komşusundan biri arasındadır ve kopya değildir',
        'Each new point lies between a minority point and one of its k nearest ones and is no copy',
      ),
      cases,
      of,
      isNew,
      [copies, outside],
      5,
    ),
  ];
}

/* split */
type Splitting = { x: number[]; y: number[]; ratio: number; seed: number };
type Parts = [number[], number[], number[], number[]];

const partsOf = (value: unknown): Parts | null =>
  isArray(value) && value.length === 4 && value.every(isArray) ? (value as Parts) : null;
const sorted = (values: readonly number[]) => [...values].toSorted((a, b) => a - b);

function splitTests(rng: Rng): FunctionTest[] {
  const draw = (): Splitting => {
    // Every x occurs once, so a pair can be told by it.
    const x = rng.shuffle(Array.from({ length: rng.int(8, 14) }, (_, i) => i));
    return {
      x,
      y: x.map((value) => 10 * value + 1),
      ratio: rng.pick([0.2, 0.25, 0.3, 0.5]),
      seed: rng.int(1, 1e6),
    };
  };
  const cases = Array.from({ length: DRAWS }, draw);
  const of = ({ x, y, ratio, seed }: Splitting) =>
    call('trainTestSplit', plain(x), plain(y), plain(ratio), random(seed));
  const holds = (check: (parts: Parts, each: Splitting) => boolean) => (value: unknown, each: Splitting) => {
    const parts = partsOf(value);
    return parts !== null && check(parts, each);
  };
  const order = someShow(
    'split-order',
    text(
      'Dönüş sırası: xTrain, xTest, yTrain, yTest.',
      'The order of what is returned: xTrain, xTest, yTrain, yTest.',
    ),
    (value, i) => {
      const parts = partsOf(value);
      return (
        parts !== null &&
        isNear([parts[1], parts[3]], [parts[0].map((v) => 10 * v + 1), parts[2].map((v) => 10 * v + 1)], 0) &&
        cases[i] !== undefined
      );
    },
  );
  const inOrder = someShow(
    'split-unshuffled',
    text(
      'Bölmeden önce karıştırın; yoksa sıralı veride test kümesi eğitim kümesine benzemez.',
      'Shuffle before splitting; in sorted data the test set would not resemble the training set.',
    ),
    (value, i) => {
      const parts = partsOf(value);
      return (
        parts !== null &&
        i < cases.length &&
        (isNear([...parts[0], ...parts[1]], cases[i]!.x, 0) ||
          isNear([...parts[1], ...parts[0]], cases[i]!.x, 0))
      );
    },
  );
  /** A shuffle may leave one draw of few as it was, not most of a hundred. */
  const permutes: FunctionTest = {
    id: 'split-permutes',
    text: text('Bölmeden önce karıştırır', 'Shuffles before it splits'),
    weight: 2,
    calls: cases.map(of),
    holds: (results) =>
      results.filter((result, i) => {
        const parts = partsOf(valueOf(result));
        return (
          parts !== null &&
          isNear(sorted([...parts[0], ...parts[1]]), sorted(cases[i]!.x), 0) &&
          !isNear(parts[0], cases[i]!.x.slice(0, parts[0].length), 0) &&
          !isNear(parts[0], cases[i]!.x.slice(-parts[0].length), 0)
        );
      }).length >=
      DRAWS * 0.9,
    mistakes: [inOrder],
  };
  return [
    all(
      'split-sizes',
      text('Test kümesinde round(n · oran) örnek vardır', 'The test set has round(n · ratio) samples'),
      cases,
      of,
      holds(([xTrain, xTest, yTrain, yTest], { x, ratio }) => {
        const test = Math.round(x.length * ratio);
        return (
          xTest.length === test &&
          yTest.length === test &&
          xTrain.length === x.length - test &&
          yTrain.length === xTrain.length
        );
      }),
      [order],
    ),
    all(
      'split-pairs',
      text('(x, y) çiftleri bozulmaz', 'Pairs (x, y) stay together'),
      cases,
      of,
      holds(([xTrain, xTest, yTrain, yTest]) =>
        isNear(
          [...yTrain, ...yTest],
          [...xTrain, ...xTest].map((v) => 10 * v + 1),
          0,
        ),
      ),
      [order],
      2,
    ),
    all(
      'split-disjoint',
      text('Her örnek tam bir kümededir', 'Every sample is in exactly one of the sets'),
      cases,
      of,
      holds(([xTrain, xTest], { x }) => isNear(sorted([...xTrain, ...xTest]), sorted(x), 0)),
    ),
    permutes,
  ];
}

export function functionTests(seed: number): FunctionTest[] {
  const rng = makeRng(seed);
  return [...oneHotTests(rng), ...tfIdfTests(rng), ...smoteTests(rng), ...splitTests(rng)];
}
