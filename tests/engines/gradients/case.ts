import type * as tf from '@tensorflow/tfjs';

/** A differentiable function of one tensor. `values`: what it is tried on where plain random numbers would make its quotient meaningless. */
export type GradientCase = {
  name: string;
  shape: number[];
  f: (x: tf.Tensor) => tf.Tensor;
  values?: 'spread' | 'negative';
};

export const PADS = ['valid', 'same'] as const;
export const STRIDES = [1, 2] as const;
