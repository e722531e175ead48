import { expect, test } from 'vitest';
import { bandPoints } from '../band.ts';
import { medianShort, normalCdf } from './normal.ts';
import { recommend, type Series } from './recommend.ts';

const series = (name: string, values: (number | null)[], gated = false): Series => ({ name, values, gated });
const REFERENCE = series('reference', [0.96, 0.98, 0.97, 0.97]);
const LINEAR = series('linear', [0.86, 0.88, 0.87, 0.87]);

test('two groups of the same spread: 60 points half way, full marks a fifth below the worst reference', () => {
  const { band, falseFail, falsePass, nearest } = recommend(
    REFERENCE,
    [series('bad', [0.5, 0.52, 0.51, 0.51]), LINEAR],
    'more',
    3,
  )!;
  const [zero, pass, full] = band;
  expect(full!.value).toBeCloseTo(0.96 - 0.2 * (0.96 - 0.88), 12);
  expect(pass!.value).toBeCloseTo(0.92, 3);
  // 60 points are lost over one and a half times the way that 40 points take.
  expect(zero!.value).toBeCloseTo(pass!.value - 1.5 * (full!.value - pass!.value), 12);
  expect(nearest).toBe('linear');
  // sd of each is √(0.0002 / 3); half way is 0.05 from both means.
  const single = normalCdf(-0.05 / Math.sqrt(0.0002 / 3));
  expect(falseFail).toBeCloseTo(medianShort(single, 3), 8);
  expect(falsePass).toBeCloseTo(falseFail, 8);
});

test('a metric that falls is the mirror image on a logarithmic scale', () => {
  const mirror = (s: Series) =>
    series(
      s.name,
      s.values.map((v) => Math.exp(-v!)),
    );
  const up = recommend(REFERENCE, [LINEAR], 'more', 3)!;
  const down = recommend(mirror(REFERENCE), [mirror(LINEAR)], 'less', 3)!;
  down.band.forEach(({ value }, i) => expect(-Math.log(value)).toBeCloseTo(up.band[i]!.value, 10));
  expect(down.falseFail).toBeCloseTo(up.falseFail, 10);
});

test('the recommended band gives the reference at least 90 points and every wrong submission less than 60', () => {
  const { band } = recommend(REFERENCE, [LINEAR], 'more', 3)!;
  for (const value of REFERENCE.values) expect(bandPoints(band, value!)).toBeGreaterThanOrEqual(90);
  for (const value of LINEAR.values) expect(bandPoints(band, value!)).toBeLessThan(60);
});

test('full marks keep their distance from 60 points where a scattered wrong submission would push them together', () => {
  // The best wrong one reached 0.88: full marks at 0.96 − 0.2 · 0.08 = 0.944, so 60 points at most at 0.88 + 0.75 · 0.064.
  const { band } = recommend(REFERENCE, [series('scattered', [0.5, 0.7, 0.88])], 'more', 3)!;
  expect(band[1]!.value).toBeCloseTo(0.928, 12);
});

test('what a gate catches does not move the band', () => {
  expect(recommend(REFERENCE, [LINEAR, series('gated', [0.97, 0.98], true)], 'more', 3)).toEqual(
    recommend(REFERENCE, [LINEAR], 'more', 3),
  );
});

test('four good trainings alone promise little: 0.05^(1/4)', () =>
  expect(recommend(REFERENCE, [LINEAR], 'more', 3)!.falseFailAtMost).toBeCloseTo(1 - 0.05 ** 0.25, 12));

test('wrong submissions without any number leave the reference to speak for itself', () => {
  const { nearest, band } = recommend(REFERENCE, [series('nan', [null, null])], 'more', 3)!;
  expect(nearest).toBeNull();
  expect(band[1]!.value).toBeLessThan(0.96);
});

test.each<[string, Series, Series[]]>([
  ['a wrong submission as good as the reference', REFERENCE, [series('lucky', [0.5, 0.97])]],
  ['a training of the reference without a number', series('reference', [0.9, null]), [LINEAR]],
  ['a single training', series('reference', [0.9]), [LINEAR]],
])('%s: no band', (_name, reference, wrong) => expect(recommend(reference, wrong, 'more', 3)).toBeNull());
