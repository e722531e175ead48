import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng) => {
  const n = 10 * rng.int(20, 300);
  const b = rng.pick([16, 32, 50, 64, 128]);
  const e = rng.int(3, 15);
  const steps = Math.ceil(n / b);
  const total = steps * e;
  const roundedOnce = Math.ceil((n * e) / b);
  if (n % b === 0 || roundedOnce === total || roundedOnce === Math.floor(n / b) * e) return null;
  return {
    params: { n, b, e, steps, total },
    key: total,
    slips: {
      'one-epoch': steps,
      'last-batch-dropped': Math.floor(n / b) * e,
      'update-per-sample': n * e,
      'rounded-once': roundedOnce,
    },
  };
});
