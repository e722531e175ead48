import type { Address } from '../address.ts';

/** What a product or a convolution does to its result while it has it at hand. */
export const ACTIVATIONS = { linear: 0, relu: 1, relu6: 2 } as const;
export type Activation = (typeof ACTIVATIONS)[keyof typeof ACTIVATIONS];

/** Images, rows and normalisation. `geometry`: see ../geometry.ts. */
export type ImageKernels = {
  conv(
    geometry: Address,
    x: Address,
    filter: Address,
    y: Address,
    bias: Address,
    activation: Activation,
    scratch: Address,
  ): void;
  convScratch(geometry: Address): number;
  convFilterGradient(geometry: Address, x: Address, dy: Address, dw: Address, scratch: Address): void;
  convFilterGradientScratch(geometry: Address): number;
  convInputGradient(geometry: Address, dy: Address, filter: Address, dx: Address, scratch: Address): void;
  convInputGradientScratch(geometry: Address): number;
  gatherPatches(geometry: Address, x: Address, first: number, count: number, patches: Address): void;
  addPatches(geometry: Address, patches: Address, first: number, count: number, dx: Address): void;
  depthwise(
    geometry: Address,
    x: Address,
    filter: Address,
    y: Address,
    bias: Address,
    activation: Activation,
  ): void;
  depthwiseInputGradient(geometry: Address, dy: Address, filter: Address, dx: Address): void;
  depthwiseFilterGradient(geometry: Address, x: Address, dy: Address, dw: Address, scratch: Address): void;
  depthwiseFilterGradientScratch(geometry: Address): number;
  maxPool(geometry: Address, x: Address, y: Address, winners: Address): void;
  maxPoolGradient(geometry: Address, dy: Address, winners: Address, dx: Address): void;
  averagePool(geometry: Address, x: Address, y: Address): void;
  averagePoolGradient(geometry: Address, dy: Address, dx: Address): void;
  gatherRows(count: number, ids: Address, rows: number, width: number, from: Address, to: Address): number;
  sumSegments(count: number, ids: Address, segments: number, width: number, from: Address, to: Address): void;
  softmax(rows: number, width: number, x: Address, y: Address): void;
  softmaxCrossEntropyGradient(rows: number, width: number, p: Address, target: Address, dz: Address): void;
  batchNorm(
    rows: number,
    columns: number,
    x: Address,
    gamma: Address,
    beta: Address,
    epsilon: number,
    y: Address,
    mean: Address,
    variance: Address,
    scratch: Address,
  ): void;
  batchNormGiven(
    rows: number,
    columns: number,
    x: Address,
    gamma: Address,
    beta: Address,
    epsilon: number,
    y: Address,
    mean: Address,
    variance: Address,
    scratch: Address,
  ): void;
  batchNormGradient(
    rows: number,
    columns: number,
    x: Address,
    dy: Address,
    gamma: Address,
    epsilon: number,
    mean: Address,
    variance: Address,
    dx: Address,
    dgamma: Address,
    dbeta: Address,
    scratch: Address,
  ): void;
  batchNormScratch(columns: number): number;
  layerNorm(
    rows: number,
    columns: number,
    x: Address,
    gamma: Address,
    beta: Address,
    epsilon: number,
    y: Address,
    mean: Address,
    variance: Address,
  ): void;
  layerNormGradient(
    rows: number,
    columns: number,
    x: Address,
    dy: Address,
    gamma: Address,
    epsilon: number,
    mean: Address,
    variance: Address,
    dx: Address,
    dgamma: Address,
    dbeta: Address,
    scratch: Address,
  ): void;
  layerNormScratch(columns: number): number;
};
