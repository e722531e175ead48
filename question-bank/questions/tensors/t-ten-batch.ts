import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng, framework) => {
  const h = rng.int(4, 12);
  const w = rng.int(4, 12);
  const n = rng.int(3, 10);
  if (h === w || n === h || n === w) return null;
  const parts = Array.from({ length: n }, () => ({ shape: [h, w, 3] }));
  const call = rng.pick(['stack', 'concatenate']);
  const stacked = framework.array('stack', parts, { axis: 0 }).shape;
  const joined = framework.array('concat', parts, { axis: 0 }).shape;
  const isStack = call === 'stack';
  return {
    params: { h, w, n, call },
    key: isStack ? stacked : joined,
    slips: {
      'stack-concat-mixed': isStack ? joined : stacked,
      'axis-at-end': isStack ? [h, w, 3, n] : [h, w, 3 * n],
      'count-forgotten': [h, w, 3],
    },
  };
});
