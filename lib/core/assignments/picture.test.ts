import { expect, test } from 'vitest';
import { toDataSet } from './data.ts';
import { drawClasses } from './draw-classes.ts';
import { drawImages } from './draw-images.ts';
import { drawReviews } from './draw-reviews.ts';
import { drawSeries } from './draw-series.ts';
import { drawSignals } from './draw-signals.ts';
import { drawDigits, drawScatter } from './picture.ts';

const axes = { x: { tr: 'alan <m²>', en: 'area <m²>' }, y: { tr: 'fiyat', en: 'price' } };
const houses = toDataSet(
  [
    [50, 1],
    [150, 2],
  ],
  [100, 400],
  [2],
  true,
);

test('a scatter plot has one dot per row, with the ends of both axes in its frame', () => {
  const { svg, alt } = drawScatter(houses, 0, axes, 'en');
  expect(svg.match(/<circle/g)).toHaveLength(2);
  // The plot spans x 48..352 and y 8..184.
  expect(svg).toContain('<circle cx="48" cy="184" r="2"/>');
  expect(svg).toContain('<circle cx="352" cy="8" r="2"/>');
  expect(alt).toBe('Scatter plot of 2 points: area <m²> (50 to 150) across, price (100 to 400) up.');
});

test('texts of a picture are escaped and follow the language', () => {
  const { svg } = drawScatter(houses, 0, axes, 'tr');
  expect(svg).toContain('alan &lt;m²&gt;');
  expect(svg).not.toContain('<m²>');
});

test('digits stand in the column of their class, at most two of each', () => {
  const lit = (at: number) => Array.from({ length: 4 }, (_, i) => (i === at ? 1 : 0));
  const { svg } = drawDigits(toDataSet([lit(0), lit(3), lit(1), lit(2)], [1, 1, 1, 0], [2, 2, 1]), 'en');
  // Side 2 and gap 2: column 1 begins at x = 4, row 1 at y = 4; the third 1 is left out.
  expect(svg.match(/d="(M[^"]*h1v1h-1z)"/)?.[1]).toBe('M0 1h1v1h-1zM4 0h1v1h-1zM5 5h1v1h-1z');
});

test('marked images have two lines that cross at the mark', () => {
  const data = toDataSet([[0, 0, 0, 1]], [0], [2, 2, 1]);
  const alts = { tr: () => 'tr', en: () => 'en' };
  const { svg } = drawImages(data, 'en', { columns: 1, rows: 1, alts, mark: () => [1.5, 0.5] });
  expect(svg).toContain('M0 0.5h2M1.5 0v2');
  expect(drawImages(data, 'en', { columns: 1, rows: 1, alts }).svg).not.toContain('h2M');
});

const two = [
  { tr: 'halka', en: 'ring' },
  { tr: 'çarpı', en: 'cross' },
] as const;

test('rows of class 0 are rings, of class 1 crosses, and the legend has one of each', () => {
  const points = [
    [-2, 0],
    [2, 1],
    [0, 2],
  ];
  const { svg, alt } = drawClasses(toDataSet(points, [0, 1, 1], [2]), [0, 1], { axes, classes: two }, 'en');
  expect(svg.match(/<circle/g)).toHaveLength(1 + 1);
  expect(svg.match(/<path d="M[\d. ]+l4.4 4.4/g)).toHaveLength(1 + 2);
  // The plot spans x 48..352 and y 28..224; the first point lies at its lower left corner.
  expect(svg).toContain('<circle cx="48" cy="224" r="2.2"/>');
  expect(svg).toContain('>−2</text>');
  expect(alt).toContain('first 3 rows');
  expect(alt).toContain('rings are ring (1), crosses cross (2)');
});

test('signals stand in the row of their class, at most two of each', () => {
  const data = toDataSet(
    [
      [0, 0],
      [2.2, -2.2],
      [0, 0],
      [0, 0],
    ],
    [1, 0, 1, 1],
    [2, 1],
  );
  const { svg } = drawSignals(data, two, 'tr');
  expect(svg.match(/<path/g)).toHaveLength(1 + 2);
  // A cell is 118 wide and 44 high and begins at x = 92: the only signal of class 0 falls from its top to its bottom.
  expect(svg).toContain('d="M92 0L210 44"');
});

test('a series is one line from the left end of its frame to the last value', () => {
  const { svg } = drawSeries([0, 10], axes, 'en');
  // x 48..352 for places 0..2, y 164..8 for values 0..10.
  expect(svg).toContain('d="M48 164L200 8"');
});

test('a review is shown with its label and, in their order, its ids', () => {
  const all = [{ words: ['<b>', 'kötü'], label: 0 }];
  const { svg, alt } = drawReviews(all, () => [0, 2, 3], 'tr');
  expect(svg).toContain('>&lt;b&gt; kötü</text>');
  expect(svg).toContain('>0 2 3</text>');
  expect(alt).toContain('0 olumsuz');
});
