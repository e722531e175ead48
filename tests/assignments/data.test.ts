import { describe, expect, test } from 'vitest';
import a01 from '../../question-bank/assignments/a01/data.ts';
import a02 from '../../question-bank/assignments/a02/data.ts';
import a03 from '../../question-bank/assignments/a03/data.ts';
import a04 from '../../question-bank/assignments/a04/data.ts';
import a05 from '../../question-bank/assignments/a05/data.ts';
import a06 from '../../question-bank/assignments/a06/data.ts';
import a07 from '../../question-bank/assignments/a07/data.ts';
import { LEXICON } from '../../question-bank/assignments/a07/lexicon.ts';
import a08 from '../../question-bank/assignments/a08/data.ts';
import a09 from '../../question-bank/assignments/a09/data.ts';
import a10 from '../../question-bank/assignments/a10/data.ts';
import a11 from '../../question-bank/assignments/a11/data.ts';
import a12 from '../../question-bank/assignments/a12/data.ts';
import a13 from '../../question-bank/assignments/a13/data.ts';
import a14 from '../../question-bank/assignments/a14/data.ts';
import { BASE_LETTERS, NEW_LETTERS } from '../../question-bank/assignments/a14/letters.ts';
import type { Tensors } from '#lib/core/assignments/data.ts';
import { energyDistance } from '#lib/core/assignments/sample-metrics.ts';
import { mulberry32 } from '#lib/core/rng.ts';

const sources = { a01, a02, a03, a04, a05, a06, a07, a08, a09, a11, a14 };
const SHAPES = {
  a01: {
    open: [
      [300, 4],
      [300, 1],
    ],
    hidden: [
      [200, 4],
      [200, 1],
    ],
  },
  a02: {
    open: [
      [400, 2],
      [400, 1],
    ],
    hidden: [
      [400, 2],
      [400, 1],
    ],
  },
  a03: { open: [[1297, 64], [1297]], hidden: [[500, 64], [500]] },
  a04: { open: [[1000, 12, 12, 1], [1000]], hidden: [[500, 12, 12, 1], [500]] },
  a05: { open: [[600, 64, 1], [600]], hidden: [[400, 64, 1], [400]] },
  a06: {
    open: [
      [936, 24, 1],
      [936, 1],
    ],
    hidden: [
      [456, 24, 1],
      [456, 1],
    ],
  },
  a07: {
    open: [
      [800, 12],
      [800, 1],
    ],
    hidden: [
      [500, 12],
      [500, 1],
    ],
  },
  a08: { open: [[300, 64], [300]], hidden: [[1000, 64], [1000]] },
  a11: {
    open: [
      [1397, 64],
      [1397, 64],
    ],
    hidden: [
      [400, 64],
      [400, 64],
    ],
  },
  a14: { open: [[60, 12, 12, 1], [60]], hidden: [[600, 12, 12, 1], [600]] },
  a09: {
    open: [
      [2000, 6],
      [2000, 1],
    ],
    hidden: [
      [3000, 6],
      [3000, 1],
    ],
  },
};

describe.each(Object.entries(SHAPES))('%s', (id, { open, hidden }) => {
  const source = sources[id as keyof typeof sources];
  test('has the shapes its text promises', () => {
    const [data, rest] = [source.publicData('tr'), source.hiddenData(5, 'tr')];
    expect([data.xShape, data.yShape]).toEqual(open);
    expect([rest.xShape, rest.yShape]).toEqual(hidden);
    expect(data.x.length).toBe(open[0]!.reduce((a, b) => a * b));
    expect(data.x.every(Number.isFinite)).toBe(true);
  });
  test('hidden data follow their seed alone', () => {
    expect(source.hiddenData(5, 'tr')).toEqual(source.hiddenData(5, 'tr'));
    expect(source.hiddenData(5, 'tr').x).not.toEqual(source.hiddenData(6, 'tr').x);
  });
  test('its picture is small, labelled and the same each time', () => {
    const { svg, alt } = source.picture('tr');
    expect(svg.length).toBeLessThan(40_000);
    expect(svg).toContain(`aria-label="${alt}"`);
    expect(svg).not.toContain('NaN');
    expect(source.picture('tr')).toEqual(source.picture('tr'));
    expect(source.picture('en').alt).not.toBe(alt);
  });
});

/** Ends and sums of what the question bank's own generators (appendix B, run as printed) give for the calibration seeds. */
const AS_PRINTED = [
  ['two moons', a02, 902, [-0.50237117, 1.14943587], 309.91626, 200, 289.77219],
  ['waves', a05, 905, [1.2587499, 0.27709413, 0.86484926], 19.92837, 900, 157.72773],
  ['temperatures', a06, 906, [-0.78318432, -0.86765256, -0.96419199], 98.13883, -3.87378, 62.61803],
  ['imbalanced rows', a09, 909, [1.21040861, 0.40116431, -0.893001], 572.50118, 117, 436.01321],
  ['noisy digits', a08, 1, [0, 0, 0.1875], 5813.3125, 1312, 19589.3125],
] as const;
test.each(AS_PRINTED)('%s are those of the recipe', (_, source, hiddenSeed, begin, sumX, sumY, hiddenSum) => {
  const { x, y } = source.publicData();
  begin.forEach((value, i) => expect(x[i]).toBeCloseTo(value, 6));
  expect(sum(x)).toBeCloseTo(sumX, 3);
  expect(sum(y)).toBeCloseTo(sumY, 3);
  expect(sum(source.hiddenData(hiddenSeed).x)).toBeCloseTo(hiddenSum, 3);
});
const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);

test('keeping the last hour costs 1.417 °C² on the calibration hours: the start of the band', () => {
  const { x, y } = a06.hiddenData(906);
  const errors = y.map((value, i) => (6 * (x[24 * i + 23]! - value)) ** 2);
  expect(sum(errors) / errors.length).toBeCloseTo(1.4166, 4);
});

test('88 of the 300 labels are wrong, and the hidden ones are true', () => {
  // 300 · 0.3 · 0.9 = 81 expected, deviation 8; the recipe as printed changes 88.
  const { x, y } = a08.publicData();
  const images = new Map<string, number>();
  for (const source of [a03.publicData(), a03.hiddenData(1)])
    source.y.forEach((label, i) => images.set(source.x.slice(64 * i, 64 * i + 64).join(), label));
  const isWrong = (data: { x: Float32Array; y: Float32Array }) => (_: number, i: number) =>
    images.get(data.x.slice(64 * i, 64 * i + 64).join()) !== data.y[i];
  expect([...y].filter(isWrong({ x, y }))).toHaveLength(88);
  const hidden = a08.hiddenData(5);
  expect([...hidden.y].filter(isWrong(hidden))).toEqual([]);
});

const decode = (x: Float32Array, row: number) =>
  Array.from(x.slice(12 * row, 12 * row + 12)).filter((id) => id > 0);

describe.each(['tr', 'en'] as const)('reviews in %s', (lang) => {
  test('use a large lexicon, and no adjective stands on both sides', () => {
    const { subjects, adjectives, unseen, intensifiers, not, but } = LEXICON[lang];
    const seen = [...subjects, ...adjectives.flat(), ...intensifiers, not, but];
    expect(new Set([...seen, ...unseen.flat()]).size).toBe(seen.length + unseen.flat().length);
    expect(seen.length).toBeGreaterThanOrEqual(120);
  });

  test('are whole ids below vocabSize, padded on the left, and every public word is known', () => {
    const { x, names } = a07.publicData(lang);
    expect(x.every((id) => Number.isInteger(id) && id >= 0 && id < names!['vocabSize']!)).toBe(true);
    expect(Math.max(...x)).toBe(names!['vocabSize']! - 1);
    expect(x.includes(1)).toBe(false);
    for (let row = 0; row < 800; row++) {
      const words = decode(x, row);
      expect(Array.from(x.slice(12 * row + 12 - words.length, 12 * row + 12))).toEqual(words);
    }
  });

  test('hold about one unknown adjective in twenty when hidden, and half of them are positive', () => {
    const { x, y } = a07.hiddenData(907, lang);
    // 500 reviews of 1.4 clauses with one adjective each: 35 unknown words expected, deviation below 6.
    const unknown = x.filter((id) => id === 1).length;
    expect(unknown).toBeGreaterThan(17);
    expect(unknown).toBeLessThan(53);
    expect(Math.abs(sum(y) / 500 - 0.5)).toBeLessThan(3 * Math.sqrt(0.25 / 500));
  });

  test('mean what their words say: "not" turns its clause round, and the clause after "but" decides', () => {
    const { adjectives, unseen, not, but } = LEXICON[lang];
    const meaning = (words: readonly string[]) => {
      const clause = words.slice(words.lastIndexOf(but) + 1);
      const positive = clause.some((word) => adjectives[1].includes(word) || unseen[1].includes(word));
      return Number(positive !== clause.includes(not));
    };
    const told = [...a07.picture(lang).alt.matchAll(/“([^”]*)” (\d)/g)];
    expect(told).toHaveLength(6);
    for (const [, words, label] of told)
      expect([words, meaning(words!.split(' '))]).toEqual([words, Number(label)]);
  });
});

test('the first house follows the recipe draw by draw', () => {
  const draw = mulberry32(101);
  const [area, rooms, age, distance] = [
    40 + 160 * draw(),
    1 + Math.floor(6 * draw()),
    40 * draw(),
    20 * draw(),
  ];
  expect(a01.publicData().x.slice(0, 4)).toEqual(Float32Array.of(area, rooms, age, distance));
});

test('house prices hold a linear rule with noise of deviation 15', () => {
  const { x, y } = a01.publicData();
  const noise = Array.from(y, (price, i) => {
    const [area, rooms, age, distance] = x.slice(4 * i, 4 * i + 4) as unknown as [
      number,
      number,
      number,
      number,
    ];
    return price - (50 + 2.5 * area + 18 * rooms - 1.2 * age - 3 * distance);
  });
  // The deviation of 300 draws lies within 3 standard errors, 15 / √600 each.
  expect(Math.sqrt(noise.reduce((sum, value) => sum + value ** 2, 0) / noise.length)).toBeCloseTo(15, -0.6);
});

test('no image is both public and hidden, and together they are all 1,797', () => {
  const rows = ({ x }: { x: Float32Array }) =>
    Array.from({ length: x.length / 64 }, (_, i) => x.slice(64 * i, 64 * i + 64).join());
  const [open, hidden] = [rows(a03.publicData()), new Set(rows(a03.hiddenData(1)))];
  expect(open.filter((row) => hidden.has(row))).toEqual([]);
  expect(open.length + hidden.size).toBe(1797);
});

test('classes are equally frequent in the shifted digits', () => {
  const counts = new Map<number, number>();
  for (const label of a04.publicData().y) counts.set(label, (counts.get(label) ?? 0) + 1);
  expect([...counts.values()]).toEqual(Array(10).fill(100));
});

/** Names and shapes that the texts promise; hidden ones beside them. */
const TENSORS = [
  [
    'a10',
    a10,
    { xTrain: [700, 16, 16, 1], yClass: [700], yPos: [700, 2] },
    { x: [400, 16, 16, 1], kinds: [400], centres: [400, 2] },
  ],
  ['a12', a12, { xTrain: [1397, 64] }, { x: [400, 64], z: [400, 8] }],
  ['a13', a13, { xTrain: [4000, 2] }, { real: [500, 2], z: [500, 4], centres: [8, 2] }],
] as const;
const shapesOf = (tensors: Tensors) =>
  Object.fromEntries(Object.entries(tensors).map(([name, { shape }]) => [name, shape]));

describe.each(TENSORS)('%s', (_, source, open, hidden) => {
  test('has the names and shapes its text promises, and values for them', () => {
    const [data, rest] = [source.publicData() as Tensors, source.hiddenData(5) as Tensors];
    expect([shapesOf(data), shapesOf(rest)]).toEqual([open, hidden]);
    for (const { values, shape } of [...Object.values(data), ...Object.values(rest)]) {
      expect(values).toHaveLength(shape.reduce((a, b) => a * b));
      expect(values.every(Number.isFinite)).toBe(true);
    }
  });
  test('hidden data follow their seed alone', () => {
    expect(source.hiddenData(5)).toEqual(source.hiddenData(5));
    expect(source.hiddenData(5)).not.toEqual(source.hiddenData(6));
  });
  test('its picture is small, labelled and in both languages', () => {
    const { svg, alt } = source.picture('tr');
    expect(svg.length).toBeLessThan(40_000);
    expect(svg).toContain(`aria-label="${alt}"`);
    expect(svg).not.toContain('NaN');
    expect(source.picture('en').alt).not.toBe(alt);
  });
});

test('shapes, the ring and the letters are those of the recipe as printed', () => {
  const [open, hidden] = [a10.publicData(), a10.hiddenData(910)];
  expect(open.xTrain.values[0]).toBeCloseTo(0.07868796, 6);
  expect(
    [open.xTrain, open.yPos, hidden.x, hidden.centres].map(({ values }) => sum(values).toFixed(1)),
  ).toEqual(['29772.3', '704.0', '16564.2', '396.2']);
  expect(sum(a13.publicData().xTrain.values)).toBeCloseTo(29.02572, 2);
  expect(sum(a13.hiddenData(913).real.values)).toBeCloseTo(-28.10669, 2);
  expect(sum(a14.publicData().x)).toBeCloseTo(1067.76542, 2);
  expect(sum(a14.hiddenData(914).x)).toBeCloseTo(10856.19513, 1);
});

test('the mean image has an error of 0.073, and real images an energy distance of 0.014, as the texts say', () => {
  const [open, hidden] = [a11.publicData(), a11.hiddenData(911)];
  const means = Array.from({ length: 64 }, (_, k) => sum(open.x.filter((__, i) => i % 64 === k)) / 1397);
  const error = sum(hidden.x.map((value, i) => (value - means[i % 64]!) ** 2)) / hidden.x.length;
  expect(error).toBeCloseTo(0.073, 3);
  const { xTrain } = a12.publicData();
  expect(energyDistance(xTrain.values.subarray(0, 400 * 64), a12.hiddenData(912).x.values, 64)).toBeCloseTo(
    0.014,
    3,
  );
});

test('the base of the letters is two convolutions and a dense layer, and its letters are others', () => {
  const { topology, weights } = a14.base();
  const { weightSpecs } = JSON.parse(String(topology)) as { weightSpecs: { shape: number[] }[] };
  const kernels = weightSpecs.map(({ shape }) => shape).filter((shape) => shape.length > 1);
  expect(kernels).toEqual([
    [3, 3, 1, 16],
    [3, 3, 16, 32],
    [288, 48],
  ]);
  expect(weights.length).toBe(4 * (9 * 16 + 16 + 9 * 16 * 32 + 32 + 288 * 48 + 48));
  expect(NEW_LETTERS.filter((letter) => BASE_LETTERS.includes(letter))).toEqual([]);
});
