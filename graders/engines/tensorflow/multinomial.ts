import { getKernel, registerKernel, unregisterKernel } from '@tensorflow/tfjs';
import type { KernelFunc, MultinomialAttrs, TensorInfo } from '@tensorflow/tfjs';

type Call = {
  inputs: { logits: TensorInfo };
  attrs: MultinomialAttrs;
  backend: { disposeData(id: object): void };
};

/**
 * tfjs seeds an unseeded `tf.multinomial` with `Math.random()`, and tfjs-node cuts that to the whole number 0, which TensorFlow takes
 * for "draw a seed yourself". Here the fraction becomes a whole number first. Probabilities, which tfjs-node refuses, become logits.
 */
export function seedMultinomial(backendName: string): void {
  const kernelName = 'Multinomial';
  const stock = getKernel(kernelName, backendName).kernelFunc as unknown as (call: Call) => TensorInfo;
  const log = getKernel('Log', backendName).kernelFunc as KernelFunc;
  const kernelFunc = ({ inputs, attrs, backend }: Call): TensorInfo => {
    const { seed, normalized } = attrs;
    const whole = Number.isInteger(seed) ? seed : 1 + Math.floor(seed * 2 ** 30);
    const { logits } = inputs;
    if (!normalized) return stock({ inputs, attrs: { ...attrs, seed: whole }, backend });
    const made = log({ inputs: { x: logits }, attrs: {}, backend }) as TensorInfo;
    const drawn = stock({
      inputs: { logits: made },
      attrs: { ...attrs, seed: whole, normalized: false },
      backend,
    });
    backend.disposeData(made.dataId);
    return drawn;
  };
  unregisterKernel(kernelName, backendName);
  registerKernel({ kernelName, backendName, kernelFunc: kernelFunc as unknown as KernelFunc });
}
