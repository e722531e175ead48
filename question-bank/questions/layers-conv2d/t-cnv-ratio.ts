import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng, framework) => {
  const n = rng.pick([16, 20, 24, 28, 32]);
  const c = rng.pick([1, 3]);
  const f = rng.pick([8, 16, 32]);
  const k = rng.pick([3, 5]);
  const dense = framework.parameterCount('dense', { units: f }, [n * n * c]);
  const conv = framework.parameterCount('conv2d', { filters: f, kernelSize: k }, [n, n, c]);
  return {
    params: { n, c, f, k, dense, conv },
    key: round(dense / conv),
    slips: {
      'biases-forgotten': round((n * n) / (k * k)),
      'ratio-inverted': Math.round((1000 * conv) / dense) / 1000,
      'kernel-not-squared': round((n * n * c + 1) / (k * c + 1)),
    },
  };
});

const round = (value: number) => Math.round(value * 10) / 10;
