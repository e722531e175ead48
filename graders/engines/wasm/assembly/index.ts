// Everything kernels.wasm exports; ../kernels.ts gives it types.
export { gemm, gemmScratch } from './gemm';
export { adadelta, adagrad, adam, adamax, momentum, rmsProp, sgd } from './optimizers';
export { adamW, lion, nadam } from './keras-optimizers';
export { activate, activationGradient } from './activations';
export { multiplyFloats, penalize, scaleFloats } from './arithmetic';
export { addFloats, copyFloats } from './lanes';
export { addRows, copyRows, softmaxGradient, softmaxRows, sumRows } from './sums';
