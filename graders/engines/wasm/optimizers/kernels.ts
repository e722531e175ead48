import type { Address } from '../address.ts';

/** `assembly/optimizers.ts` and `assembly/keras-optimizers.ts`: one step on one variable of `size` floats at `w`, with its gradient `g`. */
export type OptimizerKernels = {
  sgd(size: number, w: Address, g: Address, c: number): void;
  momentum(
    size: number,
    w: Address,
    sum: Address,
    g: Address,
    c: number,
    m: number,
    isNesterov: boolean,
  ): void;
  rmsProp(
    size: number,
    w: Address,
    squares: Address,
    moved: Address,
    center: Address,
    g: Address,
    rate: number,
    decay: number,
    rest: number,
    m: number,
    epsilon: number,
  ): void;
  adam(
    size: number,
    w: Address,
    m: Address,
    v: Address,
    g: Address,
    c: number,
    beta1: number,
    rest1: number,
    beta2: number,
    rest2: number,
    left1: number,
    left2: number,
    epsilon: number,
  ): void;
  adamax(
    size: number,
    w: Address,
    m: Address,
    v: Address,
    g: Address,
    c: number,
    beta1: number,
    rest1: number,
    beta2: number,
    epsilon: number,
  ): void;
  adagrad(size: number, w: Address, squares: Address, g: Address, c: number, epsilon: number): void;
  adadelta(
    size: number,
    w: Address,
    squares: Address,
    steps: Address,
    g: Address,
    c: number,
    rho: number,
    rest: number,
    epsilon: number,
  ): void;
  adamW(
    size: number,
    w: Address,
    m: Address,
    v: Address,
    g: Address,
    rate: number,
    decay: number,
    alpha: number,
    rest1: number,
    rest2: number,
    epsilon: number,
  ): void;
  nadam(
    size: number,
    w: Address,
    m: Address,
    v: Address,
    g: Address,
    rate: number,
    decay: number,
    ahead: number,
    leftAhead: number,
    now: number,
    leftNow: number,
    left2: number,
    rest1: number,
    rest2: number,
    epsilon: number,
  ): void;
  lion(
    size: number,
    w: Address,
    m: Address,
    g: Address,
    rate: number,
    decay: number,
    beta1: number,
    rest1: number,
    beta2: number,
    rest2: number,
  ): void;
};
