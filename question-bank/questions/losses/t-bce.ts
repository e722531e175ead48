import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng, framework) => {
  const target = Array.from({ length: 4 }, () => rng.int(0, 1));
  const prediction = Array.from({ length: 4 }, () => rng.decimal(0.05, 0.95, 2));
  const positives = target.reduce((a, b) => a + b, 0);
  if (positives === 0 || positives === 4) return null;
  const likelihood = target.map((y, i) => round(y === 1 ? prediction[i]! : 1 - prediction[i]!));
  const key = round(framework.loss('binaryCrossentropy', [target], [prediction]));
  const slips = {
    'log-ten': round(key / Math.LN10),
    sum: round(key * 4),
    'positives-only': round(-target.reduce((sum, y, i) => sum + y * Math.log(prediction[i]!), 0) / 4),
    'labels-swapped': round(framework.loss('binaryCrossentropy', [target.map((y) => 1 - y)], [prediction])),
    mse: round(framework.loss('meanSquaredError', [target], [prediction])),
  };
  if (Object.values(slips).some((slip) => Math.abs(slip - key) < 0.012)) return null;
  return { params: { target, prediction, likelihood }, key, slips };
});

const round = (value: number) => Math.round(value * 10_000) / 10_000;
