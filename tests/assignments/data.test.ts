import { describe, expect, test } from 'vitest';
import a01 from '../../question-bank/assignments/a01/data.ts';
import a03 from '../../question-bank/assignments/a03/data.ts';
import a04 from '../../question-bank/assignments/a04/data.ts';
import { mulberry32 } from '#lib/core/rng.ts';

const sources = { a01, a03, a04 };
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
  a03: { open: [[1297, 64], [1297]], hidden: [[500, 64], [500]] },
  a04: { open: [[1000, 12, 12, 1], [1000]], hidden: [[500, 12, 12, 1], [500]] },
};

describe.each(Object.entries(SHAPES))('%s', (id, { open, hidden }) => {
  const source = sources[id as keyof typeof sources];
  test('has the shapes its text promises', () => {
    const [data, rest] = [source.publicData(), source.hiddenData(5)];
    expect([data.xShape, data.yShape]).toEqual(open);
    expect([rest.xShape, rest.yShape]).toEqual(hidden);
    expect(data.x.length).toBe(open[0]!.reduce((a, b) => a * b));
    expect(data.x.every(Number.isFinite)).toBe(true);
  });
  test('hidden data follow their seed alone', () => {
    expect(source.hiddenData(5)).toEqual(source.hiddenData(5));
    expect(source.hiddenData(5).x).not.toEqual(source.hiddenData(6).x);
  });
  test('its picture is small, labelled and the same each time', () => {
    const { svg, alt } = source.picture('tr');
    expect(svg.length).toBeLessThan(40_000);
    expect(svg).toContain(`aria-label="${alt}"`);
    expect(source.picture('tr')).toEqual(source.picture('tr'));
    expect(source.picture('en').alt).not.toBe(alt);
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
