/** The numbers by which the kernels know the activations. */
export const CURVES = {
  linear: 0,
  relu: 1,
  relu6: 2,
  sigmoid: 3,
  tanh: 4,
  hardSigmoid: 5,
  elu: 6,
  selu: 7,
  leakyRelu: 8,
  softsign: 9,
} as const;
export type CurveNumber = (typeof CURVES)[keyof typeof CURVES];
