import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng, framework) => {
  const n = rng.int(4, 30);
  const t = rng.int(5, 20);
  const k = rng.int(6, 26);
  if (new Set([n, t, k, k - 1]).size < 4) return null;
  // One plane of the result per symbol, side by side on the last axis.
  const planes = Array.from({ length: k }, () => ({ shape: [n, t] }));
  return {
    params: { n, t, k, last: k - 1 },
    key: framework.array('stack', planes, { axis: -1 }).shape,
    slips: {
      'integer-encoding': [n, t],
      'axes-swapped': [n, k, t],
      flattened: [n, t * k],
      'last-index-for-count': [n, t, k - 1],
    },
  };
});
