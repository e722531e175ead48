import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng, framework) => {
  const count = rng.pick([8, 10]);
  const values = rng.shuffle([0, ...Array.from({ length: count - 1 }, () => rng.pick([-1, 1]) * rng.decimal(0.1, 3, 1))]);
  const zeros = framework.activation('relu', values).filter((output) => output === 0).length;
  // Both kinds of units are present, and the share of active units differs from the share of silent ones.
  if (zeros < 3 || zeros > count - 2 || zeros * 2 === count) return null;
  const slips = {
    active: round((count - zeros) / count),
    'exact-zeros': round(1 / count),
    negatives: round((zeros - 1) / count),
    number: zeros,
  };
  return { params: { count, values, zeros }, key: round(zeros / count), slips };
});

const round = (value: number) => Math.round(value * 1000) / 1000;
