import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng, framework) => {
  const truth = rng.int(20, 60);
  const predictions = Array.from({ length: 5 }, () => truth + rng.int(-9, 9));
  const mean = round(framework.array('mean', [{ shape: [5], values: predictions }]).values[0]!);
  const key = round(mean - truth);
  const absolute = round(framework.loss('meanAbsoluteError', [predictions.map(() => truth)], [predictions]));
  // A visible bias, with deviations on both sides of the truth: otherwise MAE and bias coincide.
  if (Math.abs(key) < 1.2 || absolute - Math.abs(key) < 0.5) return null;
  const slips = { sign: -key, squared: round(key * key), absolute, sum: round(key * 5), mean };
  return { params: { truth, mean, predictions }, key, slips };
});

const round = (value: number) => Math.round(value * 100) / 100;
