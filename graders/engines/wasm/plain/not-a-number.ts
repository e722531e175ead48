import { getKernel } from '@tensorflow/tfjs';
import type { TensorInfo } from '@tensorflow/tfjs';
import { activate } from '../activation.ts';
import { floats, runKernel, type Call } from '../kernel.ts';

/**
 * Kernels that on wasm turn NaN into a number. A training whose weights became NaN then goes on with a finite loss (16.118, the
 * logarithm of the 1e-7 that crossentropy clips to) and looks like one that merely learns nothing. These keep it.
 */
type Unary = { x: TensorInfo };

export function clipByValue({
  inputs,
  attrs,
  backend,
}: Call<Unary, { clipValueMin: number; clipValueMax: number }>) {
  const { clipValueMin: low, clipValueMax: high } = attrs;
  const out = backend.makeOutput(inputs.x.shape, inputs.x.dtype);
  const [from, to] = [backend.typedArrayFromHeap(inputs.x), backend.typedArrayFromHeap(out)];
  for (let i = 0; i < to.length; i++) to[i] = from[i]! < low ? low : from[i]! > high ? high : from[i]!;
  return out;
}

export const relu = ({ inputs, backend }: Call<Unary, object>): TensorInfo =>
  clipByValue({ inputs, attrs: { clipValueMin: 0, clipValueMax: Infinity }, backend });

export const relu6 = ({ inputs, backend }: Call<Unary, object>): TensorInfo =>
  clipByValue({ inputs, attrs: { clipValueMin: 0, clipValueMax: 6 }, backend });

export function sign({ inputs, backend }: Call<Unary, object>): TensorInfo {
  const out = backend.makeOutput(inputs.x.shape, 'float32');
  const [from, to] = [floats(backend, inputs.x), floats(backend, out)];
  for (let i = 0; i < to.length; i++) to[i] = Math.sign(from[i]!);
  return out;
}

type Fused = { activation?: string };

/** XNNPACK clamps inside the product; here the product comes first. */
export function makeFusedMatMul(): (call: Call<object, Fused>) => TensorInfo {
  const stock = getKernel('_FusedMatMul', 'wasm').kernelFunc;
  return (call) => {
    const { activation } = call.attrs;
    if (activation !== 'relu' && activation !== 'relu6') return stock(call as never) as TensorInfo;
    const out = stock({ ...call, attrs: { ...call.attrs, activation: 'linear' } } as never) as TensorInfo;
    activate(call.backend, out, activation);
    return out;
  };
}

/**
 * XNNPACK clamps what a convolution or a pool gives to the finite numbers, and NaN becomes −∞ there. Their
 * inputs are looked through, which costs little beside the rest; one NaN makes the whole result NaN.
 */
export function makeKeeping(name: string, suspects: string[]) {
  const stock = getKernel(name, 'wasm').kernelFunc;
  return (call: Call<Record<string, TensorInfo | undefined>, object>): TensorInfo => {
    const { inputs, backend } = call;
    const out = stock(call as never) as TensorInfo;
    const isLost = suspects.some((each) => inputs[each] && holdsNaN(floats(backend, inputs[each])));
    if (isLost) floats(backend, out).fill(NaN);
    return out;
  };
}

/** The greater or the lesser of two; the stock kernel takes a for it when b is NaN. A sum is NaN when one of its terms is. */
export function makeExtreme(name: 'Maximum' | 'Minimum') {
  const stock = getKernel(name, 'wasm').kernelFunc;
  return (call: Call<{ a: TensorInfo; b: TensorInfo }, object>): TensorInfo => {
    const { inputs, backend } = call;
    const out = stock(call as never) as TensorInfo;
    if (inputs.b.dtype !== 'float32' || !holdsNaN(floats(backend, inputs.b))) return out;
    const sum = runKernel(backend, 'Add', inputs, {});
    const [from, to] = [floats(backend, sum), floats(backend, out)];
    for (let i = 0; i < to.length; i++) if (Number.isNaN(from[i])) to[i] = NaN;
    backend.disposeData(sum.dataId);
    return out;
  };
}

/** Only NaN differs from itself. A loop: a call for each value would cost as much as the convolution of a small image. */
function holdsNaN(values: Float32Array): boolean {
  for (let i = 0; i < values.length; i++) if (values[i] !== values[i]) return true;
  return false;
}
