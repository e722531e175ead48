import { expect, test } from 'vitest';
import { toDataSet } from './data.ts';
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
  expect(alt).toBe('Scatter plot of 2 points: area <m²> (50–150) across, price (100–400) up.');
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
