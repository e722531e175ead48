import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng, framework) => {
  const z = rng.decimal(-3, -0.4, 1);
  const alpha = rng.pick([0.5, 0.8, 1.2, 1.5, 2]);
  // For negative inputs ELU is α times the ELU of α = 1, which the library computes.
  const unit = framework.activation('elu', [z])[0]!;
  const key = round(alpha * unit);
  const slips = {
    'no-alpha': round(unit),
    'no-minus-one': round(alpha * Math.exp(z)),
    leaky: round(alpha * z),
    relu: 0,
    outside: round(alpha * Math.exp(z) - 1),
  };
  if (Object.values(slips).some((slip) => Math.abs(slip - key) < 0.006)) return null;
  return { params: { z, alpha, exponential: round(Math.exp(z)) }, key, slips };
});

const round = (value: number) => Math.round(value * 10_000) / 10_000;
