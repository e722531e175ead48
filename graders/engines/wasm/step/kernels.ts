import type { Address } from '../address.ts';

/** What compiled steps need beside products, convolutions and the like. */
export type StepKernels = {
  addFloats(to: Address, from: Address, count: number): void;
  copyFloats(to: Address, from: Address, count: number): void;
  multiplyFloats(count: number, a: Address, b: Address, to: Address): void;
  scaleFloats(count: number, factor: number, x: Address): void;
  activate(count: number, x: Address, y: Address, kind: number, alpha: number): void;
  activationGradient(count: number, y: Address, gradient: Address, kind: number, alpha: number): void;
  penalize(count: number, weights: Address, gradient: Address, l1: number, l2: number): number;
  sumRows(rows: number, columns: number, x: Address, sums: Address): void;
  softmaxGradient(rows: number, columns: number, y: Address, gradient: Address): void;
  copyRuns(count: number, width: number, from: Address, fromStep: number, to: Address, toStep: number): void;
  greatestGradient(
    images: number,
    pixels: number,
    channels: number,
    x: Address,
    y: Address,
    gradient: Address,
    to: Address,
  ): void;
  moveStatistics(count: number, statistic: Address, value: Address, decay: number): void;
};
