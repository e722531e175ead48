import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng, framework) => {
  const i = rng.int(5, 64);
  const a = rng.pick([16, 32, 64]);
  const b = rng.pick([8, 16, 24]);
  const o = rng.pick([1, 3, 5, 10]);
  if (a === b * (o - 1)) return null; // two slips would share a value
  const dense = (inputs: number, units: number) => framework.parameterCount('dense', { units }, [inputs]);
  const total = dense(i, a) + dense(a, b) + dense(b, o);
  return {
    params: { i, a, b, o, total },
    key: total,
    slips: {
      'biases-forgotten': i * a + a * b + b * o,
      'dropout-removes-parameters': Math.round(0.7 * dense(i, a)) + dense(a, b) + dense(b, o),
      'output-layer-forgotten': dense(i, a) + dense(a, b),
      'dropout-has-parameters': total + a,
    },
  };
});
