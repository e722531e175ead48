import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng, framework) => {
  const shape = [rng.int(3, 40), rng.int(3, 40), rng.int(3, 12)];
  if (new Set(shape).size < 3) return null;
  const axis = rng.int(0, 2);
  const without = (i: number) => shape.filter((_, at) => at !== i);
  return {
    params: { shape: `(${shape.join(', ')})`, axis },
    key: framework.array('mean', [{ shape }], { axis }).shape,
    slips: {
      'axis-kept-as-one': shape.map((length, at) => (at === axis ? 1 : length)),
      'axis-counted-from-one': without(axis === 0 ? 2 : axis - 1),
      'only-axis-left': [shape[axis]!],
    },
  };
});
