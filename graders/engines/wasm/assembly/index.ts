// Everything kernels.wasm exports; ../kernels.ts gives it types.
export { gemm, gemmScratch } from './gemm';
export { adadelta, adagrad, adam, adamax, momentum, rmsProp, sgd } from './optimizers';
export { adamW, lion, nadam } from './keras-optimizers';
