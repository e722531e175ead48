import { getKernel } from '@tensorflow/tfjs';
import type { TensorInfo } from '@tensorflow/tfjs';
import { makeConv2dBackpropFilter, makeConv2dBackpropInput } from './conv2d-gradients.ts';
import { runOnCpu } from './cpu-fallback.ts';
import { depthwiseBackpropFilter, depthwiseBackpropInput } from './depthwise-gradients.ts';
import { makeGather, unsortedSegmentSum } from './gather.ts';
import { replaceKernel, type Call } from '../kernel.ts';
import { clipByValue, makeExtreme, makeFusedMatMul, makeKeeping, relu, relu6, sign } from './not-a-number.ts';
import { averagePoolGradient, maxPool, maxPoolGradient } from './pooling.ts';

let registered = false;

/**
 * Completes and corrects the wasm backend of tfjs 4.22.0, once per process. The backend must be ready (its set-up functions have
 * run). Every kernel here adds in a fixed order, so a seeded training gives the same bits on every run.
 */
export function registerPlainKernels(): void {
  if (registered) return;
  registered = true;
  replaceKernel('Conv2DBackpropFilter', makeConv2dBackpropFilter());
  replaceKernel('Conv2DBackpropInput', makeConv2dBackpropInput());
  replaceKernel('DepthwiseConv2dNativeBackpropInput', depthwiseBackpropInput);
  replaceKernel('DepthwiseConv2dNativeBackpropFilter', depthwiseBackpropFilter);
  replaceKernel('UnsortedSegmentSum', unsortedSegmentSum);
  replaceKernel('GatherV2', makeGather());
  replaceKernel('MaxPoolGrad', maxPoolGradient);
  replaceKernel('AvgPoolGrad', averagePoolGradient);
  replaceKernel('MaxPool3D', maxPool);
  replaceKernel('MaxPool3DGrad', maxPoolGradient);
  replaceKernel('AvgPool3DGrad', averagePoolGradient);
  for (const name of ['Conv2D', 'FusedConv2D', 'DepthwiseConv2dNative', 'FusedDepthwiseConv2D'])
    replaceKernel(name, makeKeeping(name, ['x', 'filter', 'bias']));
  for (const name of ['MaxPool', 'AvgPool']) replaceKernel(name, makeKeeping(name, ['x']));
  for (const name of ['Maximum', 'Minimum'] as const) replaceKernel(name, makeExtreme(name));
  replaceKernel('ClipByValue', clipByValue);
  replaceKernel('Relu', relu);
  replaceKernel('Relu6', relu6);
  replaceKernel('Sign', sign);
  replaceKernel('_FusedMatMul', makeFusedMatMul());
  // Conv3D gradients are wrong on wasm with strides; Einsum is missing.
  for (const name of ['Conv3DBackpropInputV2', 'Conv3DBackpropFilterV2', 'Einsum'])
    replaceKernel(name, runOnCpu(name));
  replaceKernel('BatchMatMul', makeMatMul());
}

/** Whole-number matrices (as in `tf.math.confusionMatrix`) are refused by the stock kernel; they go through the cpu's. */
function makeMatMul() {
  type Inputs = { a: TensorInfo; b: TensorInfo };
  const stock = getKernel('BatchMatMul', 'wasm').kernelFunc;
  const whole = runOnCpu('BatchMatMul');
  return (call: Call<Inputs, object>) =>
    call.inputs.a.dtype === 'float32' && call.inputs.b.dtype === 'float32'
      ? (stock(call as never) as TensorInfo)
      : whole(call);
}
