import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng, framework) => {
  const h = rng.int(3, 12);
  const w = rng.int(3, 12);
  const c = rng.pick([8, 16, 32, 64]);
  if (h === w) return null;
  const key = framework.outputShape('flatten', {}, [h, w, c]);
  return {
    params: { h, w, c, length: key[1]! },
    key,
    slips: {
      'channels-forgotten': [null, h * w],
      'batch-axis-flattened': [h * w * c],
      'lengths-added': [null, h + w + c],
      'channel-axis-kept': [null, h * w, c],
    },
  };
});
