import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng, framework) => {
  const rank = rng.int(2, 3);
  const shape = Array.from({ length: rank }, () => rng.int(2, 40));
  if (new Set(shape).size < rank) return null;
  const place = rng.int(0, rank);
  const axis = place === rank ? -1 : place;
  const insert = (at: number) => [...shape.slice(0, at), 1, ...shape.slice(at)];
  return {
    params: { shape: `(${shape.join(', ')})`, axis },
    key: framework.array('expandDims', [{ shape }], { axis }).shape,
    slips: {
      unchanged: shape,
      'other-end': insert(place === 0 ? rank : 0),
      'one-step-off': insert(place === rank ? rank - 1 : place + 1),
    },
  };
});
