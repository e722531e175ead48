import { defineGenerator } from '#lib/core/questions/generator.ts';

/** Variance is the mean squared error of the predictions against their own mean, so the library's loss computes it. */
export default defineGenerator((rng, framework) => {
  const truth = rng.int(12, 30);
  const mean = truth + rng.pick([-4, -3, -2, 2, 3, 4]);
  const offsets = Array.from({ length: 4 }, () => rng.int(-4, 4));
  const last = -offsets.reduce((a, b) => a + b, 0);
  if (Math.abs(last) > 5) return null;
  const predictions = [...offsets, last].map((offset) => mean + offset);
  const around = (centre: number) => framework.loss('meanSquaredError', [predictions.map(() => centre)], [predictions]);
  const key = round(around(mean));
  const biasSquared = (mean - truth) ** 2;
  if (key < 3 || Math.abs(key - biasSquared) < 1) return null;
  const slips = {
    'around-truth': round(around(truth)),
    'bias-squared': biasSquared,
    deviation: round(Math.sqrt(key)),
    sum: round(key * 5),
    sample: round((key * 5) / 4),
  };
  return { params: { truth, mean, predictions }, key, slips };
});

const round = (value: number) => Math.round(value * 100) / 100;
