import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng, framework) => {
  const z = rng.decimal(-3.5, 3.5, 1);
  // Near 0 the value and its mirror image meet at 0.5; near 0.7 tanh and sigmoid are close.
  if (Math.abs(z) < 0.3) return null;
  const key = round(framework.activation('sigmoid', [z])[0]!);
  const slips = {
    sign: round(framework.activation('sigmoid', [-z])[0]!),
    tanh: round(framework.activation('tanh', [z])[0]!),
    derivative: round(framework.activationGradient('sigmoid', z)),
    exponential: round(Math.exp(-z)),
  };
  if (Object.values(slips).some((slip) => Math.abs(slip - key) < 0.006)) return null;
  return { params: { z, exponential: slips.exponential }, key, slips };
});

const round = (value: number) => Math.round(value * 10_000) / 10_000;
