// Everything kernels.wasm exports; ../kernels.ts gives it types.
export { gemm, gemmScratch } from './gemm';
export { conv, convScratch } from './conv';
export { convFilterGradient, convFilterGradientScratch } from './conv-filter-gradient';
export { convInputGradient, convInputGradientScratch } from './conv-input-gradient';
export { addPatches, gatherPatches } from './patches';
export {
  depthwise,
  depthwiseFilterGradient,
  depthwiseFilterGradientScratch,
  depthwiseInputGradient,
} from './depthwise';
export { averagePool, averagePoolGradient, maxPool, maxPoolGradient } from './pool';
export { gatherRows, sumSegments } from './rows';
export { softmax, softmaxCrossEntropyGradient } from './softmax';
export { batchNorm, batchNormGiven, batchNormGradient, batchNormScratch } from './batch-norm';
export { layerNorm, layerNormGradient, layerNormScratch } from './layer-norm';
export { adadelta, adagrad, adam, adamax, momentum, rmsProp, sgd } from './optimizers';
export { adamW, lion, nadam } from './keras-optimizers';
export { activate, activationGradient } from './activations';
export { moveStatistics, multiplyFloats, penalize, scaleFloats } from './arithmetic';
export { addFloats, copyFloats } from './lanes';
export { gemmPacked, packedSize, packMatrix } from './gemm-packed';
export { addStridedRows, toBatchMajor, toTimeMajor } from './sequences';
export { activateColumns } from './cell-rows';
export { lstmStep, lstmStepBack } from './lstm';
export { gruReset, gruResetAfter, gruResetAfterBack, gruResetBack, gruStep, gruStepBack } from './gru';
export { simpleStep, simpleStepBack } from './simple-rnn';
export { copyRuns, greatestGradient, softmaxGradient, sumRows } from './sums';
