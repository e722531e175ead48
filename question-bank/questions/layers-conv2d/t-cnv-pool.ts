import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng, framework) => {
  const h = rng.int(7, 40);
  const w = rng.int(7, 40);
  const c = rng.pick([8, 16, 24, 32]);
  const p = rng.pick([2, 3]);
  const pad = rng.pick(['valid', 'same']);
  const down = [Math.floor(h / p), Math.floor(w / p)] as const;
  const up = [Math.ceil(h / p), Math.ceil(w / p)] as const;
  if (down[0] === down[1] || up[0] === up[1] || (h % p === 0 && w % p === 0)) return null;
  const key = framework.outputShape('maxPooling2d', { poolSize: p, padding: pad }, [h, w, c]);
  const other = pad === 'valid' ? up : down;
  return {
    params: { h, w, c, p, pad },
    key,
    slips: {
      'same-valid-mixed': [null, ...other, c],
      'stride-one': pad === 'valid' ? [null, h - p + 1, w - p + 1, c] : [null, h, w, c],
      'height-width-swapped': [null, key[2]!, key[1]!, c],
      'channels-pooled': [null, key[1]!, key[2]!, Math.floor(c / p)],
    },
  };
});
