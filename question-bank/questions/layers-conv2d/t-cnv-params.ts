import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng, framework) => {
  const c = rng.pick([2, 3, 8, 16]);
  const f = rng.pick([8, 12, 24, 32, 64]);
  const k = rng.pick([3, 5, 7]);
  const useBias = rng.pick([true, true, false]);
  if (c === k || c === f) return null; // two slips would share a value
  const total = framework.parameterCount('conv2d', { filters: f, kernelSize: k, useBias }, [28, 28, c]);
  const weights = k * k * c * f;
  const biases = total - weights;
  return {
    params: { c, f, k, weights, biases, total, bias: useBias ? '' : ', use_bias=False' },
    key: total,
    slips: {
      'bias-term': useBias ? weights : weights + f,
      'input-channels-forgotten': k * k * f + biases,
      'kernel-not-squared': k * c * f + biases,
      'bias-per-channel': weights + c,
    },
  };
});
