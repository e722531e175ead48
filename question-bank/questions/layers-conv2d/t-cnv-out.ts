import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng, framework) => {
  const n = rng.int(8, 64);
  const c = rng.pick([1, 3]);
  const f = rng.pick([8, 16, 32]);
  const k = rng.pick([3, 5, 7]);
  const s = rng.int(1, 3);
  const pad = rng.pick(['valid', 'same']);
  const valid = Math.floor((n - k) / s) + 1;
  const same = Math.ceil(n / s);
  // A stride of 1 without padding has nothing to ignore.
  if (n < k + s || valid === same || (s === 1 && pad === 'valid')) return null;
  const key = framework.outputShape('conv2d', { filters: f, kernelSize: k, strides: s, padding: pad }, [n, n, c]);
  const size = key[1]!;
  const other = pad === 'valid' ? same : valid;
  if (size === f) return null;
  const unstrided = pad === 'valid' ? n - k + 1 : n;
  const slips: Record<string, (number | null)[]> = {
    'same-valid-mixed': [null, other, other, f],
    'channels-first': [null, f, size, size],
    'channels-kept': [null, size, size, c],
  };
  if (s > 1) slips['stride-ignored'] = [null, unstrided, unstrided, f];
  if (other !== size + 1) slips.rounding = [null, size + 1, size + 1, f];
  return { params: { n, c, f, k, s, pad, size }, key, slips };
});
