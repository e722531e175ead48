import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng, framework) => {
  const target = Array.from({ length: 4 }, () => rng.int(-5, 9));
  const errors = Array.from({ length: 4 }, () => rng.int(-3, 3));
  const total = errors.reduce((a, b) => a + b, 0);
  if (total === 0 || new Set(errors).size < 3 || !errors.some((e) => Math.abs(e) > 1)) return null;
  const prediction = target.map((y, i) => y + errors[i]!);
  const key = round(framework.loss('meanSquaredError', [target], [prediction]));
  const slips = {
    mae: round(framework.loss('meanAbsoluteError', [target], [prediction])),
    sum: round(key * 4),
    root: round(Math.sqrt(key)),
    'square-of-mean': round((total / 4) ** 2),
    half: round(key / 2),
  };
  return { params: { target, prediction, squares: errors.map((e) => e * e) }, key, slips };
});

const round = (value: number) => Math.round(value * 10_000) / 10_000;
