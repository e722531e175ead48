import { defineGenerator } from '#lib/core/questions/generator.ts';

const MEBIBYTE = 2 ** 20;

export default defineGenerator((rng) => {
  const n = 100 * rng.int(2, 20);
  const h = 16 * rng.int(2, 8);
  const w = 16 * rng.int(2, 8);
  if (h === w) return null;
  const dtype = rng.pick(['uint8', 'float32']);
  const bytes = dtype === 'uint8' ? 1 : 4;
  const elements = n * h * w * 3;
  const total = elements * bytes;
  return {
    params: { n, h, w, dtype, bytes, elements, total },
    key: round(total / MEBIBYTE),
    slips: {
      'bytes-per-number': round((elements * (5 - bytes)) / MEBIBYTE),
      'channels-forgotten': round(total / 3 / MEBIBYTE),
      'decimal-mega': round(total / 1e6),
      'bits-for-bytes': round((total * 8) / MEBIBYTE),
    },
  };
});

const round = (value: number) => Math.round(value * 100) / 100;
