import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng, framework) => {
  const alpha = rng.pick([0.3, 0.5, 0.7, 0.8, 1.2, 1.4, 1.5, 1.8, 2, 2.2, 2.5, 3, 3.5, 4]);
  // Far to the left the library returns the limit −1 of the unscaled function.
  const low = alpha * Math.round(framework.activation('elu', [-60])[0]!);
  return { params: { alpha }, key: { left: '(', low, high: 'inf', right: ')' } };
});
