import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng, framework) => {
  const i = rng.int(4, 512);
  const u = rng.pick([8, 10, 16, 32, 64, 128]);
  const useBias = rng.pick([true, true, false]);
  if (i === u) return null;
  const total = framework.parameterCount('dense', { units: u, useBias }, [i]);
  const weights = i * u;
  const biases = total - weights;
  return {
    params: { i, u, weights, biases, total, bias: useBias ? '' : ', use_bias=False' },
    key: total,
    slips: {
      'bias-term': useBias ? weights : weights + u,
      'bias-per-input': weights + i,
      'units-and-inputs-added': i + u,
      'bias-on-both-sides': (i + 1) * (u + 1),
    },
  };
});
