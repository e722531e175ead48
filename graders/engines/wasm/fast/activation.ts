import { util } from '@tensorflow/tfjs';
import type { TensorInfo } from '@tensorflow/tfjs';
import type { Heap } from '../heap.ts';
import { runKernel } from '../kernel.ts';
import { ACTIVATIONS, type Activation } from '../kernels.ts';

/** What tfjs asks of a fused product or convolution beside itself. */
export type FusedAttrs = { activation?: string; leakyreluAlpha?: number };

/** tfjs's own kernels for what the product does not do at hand. */
const KERNELS: Record<string, string> = {
  sigmoid: 'Sigmoid',
  elu: 'Elu',
  leakyrelu: 'LeakyRelu',
  prelu: 'Prelu',
};

/** Whether a bias has one value per column, which is all that the kernels know. */
export const isRow = (bias: TensorInfo | undefined, columns: number): boolean =>
  !bias || (util.sizeFromShape(bias.shape) === columns && bias.shape.at(-1) === columns);

/** The part of the activation that the product itself does. */
export const activationOf = ({ activation = 'linear' }: FusedAttrs): Activation =>
  ACTIVATIONS[activation as keyof typeof ACTIVATIONS] ?? ACTIVATIONS.linear;

/** Applies the rest, and frees what it came from. */
export function finishActivation(
  { backend }: Heap,
  x: TensorInfo,
  { activation = 'linear', leakyreluAlpha }: FusedAttrs,
  alpha?: TensorInfo,
): TensorInfo {
  if (activation in ACTIVATIONS) return x;
  const inputs = activation === 'prelu' ? { x, alpha } : { x };
  const out = runKernel(backend, KERNELS[activation]!, inputs, { alpha: leakyreluAlpha });
  backend.disposeData(x.dataId);
  return out;
}
