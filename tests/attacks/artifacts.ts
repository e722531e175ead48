import type { Variant } from './variant.ts';

/** A small model as tfjs saves it, to be changed into what it would never save. */
type Config = Record<string, unknown>;
type Layer = { class_name: unknown; config: Config };

export const dense = (changes: Config = {}): Layer => ({
  class_name: 'Dense',
  config: {
    units: 8,
    activation: 'softmax',
    use_bias: true,
    name: 'd',
    trainable: true,
    batch_input_shape: [null, 2],
    dtype: 'float32',
    ...changes,
  },
});

export const layer = (className: unknown, config: Config = {}): Layer => ({
  class_name: className,
  config: { name: 'l', trainable: true, ...config },
});

export const kernel = { name: 'd/kernel', shape: [2, 8], dtype: 'float32' };
export const bias = { name: 'd/bias', shape: [8], dtype: 'float32' };

export const topology = (
  layers: unknown[],
  weightSpecs: unknown = [kernel, bias],
  more: Config = {},
): string =>
  JSON.stringify({
    modelTopology: {
      class_name: 'Sequential',
      config: { name: 's', layers },
      keras_version: 'tfjs-layers 4.22.0',
      backend: 'tensor_flow.js',
    },
    weightSpecs,
    ...more,
  });

const WEIGHTS = Buffer.alloc(4 * (2 * 8 + 8));

/** What the host makes of a model before anything is built from it: the code of its refusal, or what it passes on. */
export async function check(
  variant: Variant,
  json: string | Buffer,
  weights: Buffer = WEIGHTS,
): Promise<string> {
  const { checkArtifacts } =
    await variant.load<typeof import('#graders/host/artifacts.ts')>('graders/host/artifacts.ts');
  const result = checkArtifacts(Buffer.from(json), weights, 10_000);
  return result.ok ? `passed ${result.value.topology}` : `refused ${result.error.code}`;
}
