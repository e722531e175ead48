import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng) => {
  const expert = rng.decimal(0.5, 6, 1);
  const key = rng.decimal(4, 16, 1);
  const gap = rng.decimal(0.6, 9, 1);
  if (Math.abs(key - gap) < 0.5) return null;
  const train = round(expert + key);
  const validation = round(train + gap);
  return { params: { expert, train, validation, gap }, key, slips: { gap, validation: round(key + gap), train, sign: -key } };
});

const round = (value: number) => Math.round(value * 10) / 10;
