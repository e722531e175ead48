import { defineGenerator } from '#lib/core/questions/generator.ts';

export default defineGenerator((rng) => {
  const target = rng.int(4, 8);
  const trainError = rng.decimal(0.4, 3.5, 1);
  const validationError = rng.decimal(13, 29, 1);
  const key = round(validationError - trainError);
  const slips = {
    'to-target': round(validationError - target),
    'validation-error': validationError,
    sign: -key,
    sum: round(validationError + trainError),
  };
  // Beyond rounding to whole points, so that the slip earns its own feedback.
  if (Math.abs(target - trainError) < 0.4) return null;
  const params = {
    target,
    trainError,
    validationError,
    trainAccuracy: round(100 - trainError),
    validationAccuracy: round(100 - validationError),
  };
  return { params, key, slips };
});

const round = (value: number) => Math.round(value * 10) / 10;
