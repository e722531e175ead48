import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng, framework) => {
  const z = rng.pick([-1, 1]) * rng.decimal(0.3, 2.6, 1);
  const value = round(framework.activation('tanh', [z])[0]!);
  const key = round(framework.activationGradient('tanh', z));
  const sigmoid = round(framework.activationGradient('sigmoid', z));
  const slips = { 'sigmoid-rule': round(value * (1 - value)), 'not-squared': round(1 - value), squared: round(value * value), sigmoid };
  if (Object.values(slips).some((slip) => Math.abs(slip - key) < 0.006)) return null;
  return { params: { z, value, sigmoid }, key, slips };
});

const round = (value: number) => Math.round(value * 10_000) / 10_000;
