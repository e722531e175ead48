import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng, framework) => {
  const logits = [0, 1, 2].map(() => rng.decimal(-2, 3, 1));
  const position = rng.int(1, 3);
  const i = position - 1;
  const probabilities = framework.activation('softmax', logits);
  const key = round(probabilities[i]!);
  const exponentials = logits.map((z) => round(Math.exp(z)));
  const total = round(exponentials.reduce((a, b) => a + b, 0));
  const sum = logits.reduce((a, b) => a + b, 0);
  if (key < 0.05 || key > 0.93 || Math.abs(sum) < 0.2) return null;
  const slips = {
    'no-exponential': round(logits[i]! / sum),
    sigmoid: round(framework.activation('sigmoid', [logits[i]!])[0]!),
    unnormalised: exponentials[i]!,
    'without-own': round(exponentials[i]! / (total - exponentials[i]!)),
    neighbour: round(probabilities[position % 3]!),
  };
  if (Object.values(slips).some((slip) => Math.abs(slip - key) < 0.006)) return null;
  return { params: { logits, position, exponentials, total }, key, slips };
});

const round = (value: number) => Math.round(value * 10_000) / 10_000;
