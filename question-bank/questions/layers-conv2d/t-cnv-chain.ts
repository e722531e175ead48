import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng, framework) => {
  const n = rng.int(12, 40);
  const c = rng.pick([1, 3]);
  const f = rng.pick([4, 8, 16]);
  const k = rng.pick([3, 5]);
  const mapped = framework.outputShape('conv2d', { filters: f, kernelSize: k }, [n, n, c]).slice(1) as number[];
  const halved = framework.outputShape('maxPooling2d', { poolSize: 2 }, mapped).slice(1) as number[];
  const key = framework.outputShape('flatten', {}, halved);
  const [conv, pooled] = [mapped[0]!, halved[0]!];
  const slips: Record<string, (number | null)[]> = {
    'pooling-forgotten': [null, conv * conv * f],
    'padding-assumed': [null, Math.floor(n / 2) ** 2 * f],
    'channels-forgotten': [null, pooled * pooled],
    'not-flattened': [null, pooled, pooled, f],
  };
  if (c > 1) slips['input-channels-counted'] = [null, pooled * pooled * f * c];
  return { params: { n, c, f, k, conv, pooled, length: key[1]! }, key, slips };
});
