import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng, framework) => {
  const z = rng.decimal(-3, 3, 1);
  if (Math.abs(z) < 0.3) return null;
  const value = round(framework.activation('sigmoid', [z])[0]!);
  const key = round(framework.activationGradient('sigmoid', z));
  const slips = {
    value,
    complement: round(1 - value),
    tanh: round(framework.activationGradient('tanh', z)),
    'on-input': round(z * (1 - z)),
  };
  if (Object.values(slips).some((slip) => Math.abs(slip - key) < 0.006)) return null;
  return { params: { z, value }, key, slips };
});

const round = (value: number) => Math.round(value * 10_000) / 10_000;
