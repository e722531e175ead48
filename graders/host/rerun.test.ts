import { expect, test } from 'vitest';
import { makeAssignment } from '#tests/factories/assignment.ts';
import { rerunSeeds } from './rerun.ts';
import type { SeedRun } from './run-seed.ts';

// 60 points from 0.93 on; a stored sd of 0.01 puts about ±0.013 of a median of three in doubt (noise.test.ts).
const BAND = [
  { value: 0.85, points: 20 },
  { value: 0.93, points: 60 },
  { value: 0.965, points: 100 },
];
const NOISE = { sd: 0.01, trainings: 11 };
const calibrated = makeAssignment({ band: BAND, noise: NOISE });
const runs = (...metrics: (number | null)[]) =>
  metrics.map((metric, i) => ({ seed: [4, 9, 2][i]!, measured: { metric } as SeedRun['measured'] }));

test('a result within the noise of 60 points is trained with the two seeds after the largest', () =>
  expect(rerunSeeds(calibrated, runs(0.92, 0.93, 0.94))).toEqual([10, 11]));

test('a clear result is not, on either side', () => {
  expect(rerunSeeds(calibrated, runs(0.97, 0.975, 0.98))).toEqual([]);
  expect(rerunSeeds(calibrated, runs(0.88, 0.885, 0.89))).toEqual([]);
});

test.each([
  ['without a calibration', makeAssignment({ band: BAND }), runs(0.93, 0.93, 0.93)],
  ['with a run that gave no number', calibrated, runs(0.93, null, 0.93)],
  [
    'where 60 points cannot be reached',
    makeAssignment({
      band: [
        { value: 0, points: 0 },
        { value: 1, points: 50 },
      ],
      noise: NOISE,
    }),
    runs(0.93),
  ],
])('%s nothing is trained again', (_name, assignment, done) =>
  expect(rerunSeeds(assignment, done)).toEqual([]),
);

test('where less is better the ratio to the threshold decides', () => {
  const falling = makeAssignment({
    band: [
      { value: 290, points: 100 },
      { value: 600, points: 60 },
      { value: 3000, points: 0 },
    ],
    noise: NOISE,
  });
  expect(rerunSeeds(falling, runs(595, 600, 604))).toEqual([10, 11]);
  expect(rerunSeeds(falling, runs(570, 570, 570))).toEqual([]);
});
