import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng) => {
  const n = rng.int(2, 20);
  const s = rng.int(2, 10);
  const fps = rng.pick([12, 15, 24, 25, 30]);
  const h = 16 * rng.int(4, 12);
  const w = 16 * rng.int(4, 16);
  if (h >= w) return null;
  const frames = s * fps;
  return {
    params: { n, s, fps, h, w, frames },
    key: [n, frames, h, w, 3],
    slips: {
      'width-first': [n, frames, w, h, 3],
      'batch-forgotten': [frames, h, w, 3],
      'seconds-as-frames': [n, s, h, w, 3],
      'samples-times-frames': [n * frames, h, w, 3],
    },
  };
});
