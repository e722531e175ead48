import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng, framework) => {
  const target = Array.from({ length: 5 }, () => rng.int(-5, 9));
  const errors = Array.from({ length: 5 }, () => rng.int(-4, 4));
  const total = errors.reduce((a, b) => a + b, 0);
  if (total === 0 || !errors.some((e) => e < 0) || !errors.some((e) => e > 1)) return null;
  const prediction = target.map((y, i) => y + errors[i]!);
  const absolute = errors.map(Math.abs);
  const key = round(framework.loss('meanAbsoluteError', [target], [prediction]));
  const slips = {
    mse: round(framework.loss('meanSquaredError', [target], [prediction])),
    signed: round(Math.abs(total) / 5),
    sum: round(key * 5),
    'off-by-one': round((key * 5) / 4),
  };
  return { params: { target, prediction, absolute }, key, slips };
});

const round = (value: number) => Math.round(value * 10_000) / 10_000;
