import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng, framework) => {
  const t = rng.int(5, 30);
  const d = rng.int(4, 32);
  const u = rng.pick([2, 3, 4, 6, 8, 16]);
  if (u === d || u === t || t === d) return null;
  return {
    params: { t, d, u },
    key: framework.outputShape('dense', { units: u }, [t, d]),
    slips: {
      'implicit-flatten': [null, u],
      'flattened-output': [null, t * u],
      'wrong-axis': [null, u, d],
      'axis-added': [null, t, d, u],
    },
  };
});
