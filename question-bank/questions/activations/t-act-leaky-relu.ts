import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng, framework) => {
  const x = [rng.int(-4, 4), rng.int(-4, 4)];
  const w = [rng.decimal(-1.5, 1.5, 1), rng.decimal(-1.5, 1.5, 1)];
  const b = rng.decimal(-1, 1, 1);
  const slope = rng.pick([0.05, 0.1, 0.2, 0.3]);
  const weighted = round(x[0]! * w[0]! + x[1]! * w[1]!);
  const z = round(weighted + b);
  // The negative branch is the point, with and without the bias; no factor may vanish.
  if (z > -1 || weighted > -0.5 || Math.abs(b) < 0.2 || [...x, ...w].includes(0)) return null;
  const leaky = (value: number) => round(framework.activation('leakyRelu', [value], { alpha: slope })[0]!);
  const key = leaky(z);
  return { params: { x, w, b, slope, z }, key, slips: { linear: z, relu: 0, sign: -key, 'no-bias': leaky(weighted), 'plus-slope': round(z + slope) } };
});

const round = (value: number) => Math.round(value * 10_000) / 10_000;
