import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng, framework) => {
  const first = rng.decimal(0.05, 0.8, 2);
  const second = rng.decimal(0.05, 0.6, 2);
  const third = round(1 - first - second);
  const truth = rng.int(0, 2);
  if (third < 0.05 || new Set([first, second, third]).size < 3) return null;
  const prediction = [first, second, third];
  const target = [0, 1, 2].map((c) => (c === truth ? 1 : 0));
  const likelihood = prediction[truth]!;
  const key = round(framework.loss('categoricalCrossentropy', [target], [prediction]));
  const slips: Record<string, number> = {
    'log-ten': round(key / Math.LN10),
    'no-log': round(1 - likelihood),
    'every-class': round(-prediction.reduce((sum, p) => sum + Math.log(p), 0)),
    divided: round(key / 3),
  };
  // The slip exists only where the model favours a wrong class.
  const largest = Math.max(...prediction);
  if (largest !== likelihood) slips.largest = round(-Math.log(largest));
  if (Object.values(slips).some((slip) => Math.abs(slip - key) < 0.012)) return null;
  return { params: { target, prediction, likelihood }, key, slips };
});

const round = (value: number) => Math.round(value * 10_000) / 10_000;
